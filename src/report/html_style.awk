# Makes html_style.c out of html.css: the style element of the HTML report,
# without comments that have a line of their own, indents and blank lines.

BEGIN {
	print "/* Made by html_style.awk; not to be edited. */"
	print "#include \"config.h\"\n"
	print "#include \"report/html.h\"\n"
	print "const char html_style[] ="
}

/^[ \t]*\/\*/ { comment = 1 }

!comment && /[^ \t]/ {
	sub(/^[ \t]+/, "")
	gsub(/\\/, "\\\\&")
	gsub(/"/, "\\\"")
	print "\"" $0 "\\n\""
}

/\*\/[ \t]*$/ { comment = 0 }

END {
	print "\"\";"
}
