# Makes words_data.c out of a list of American words and one of British words
# (SCOWL, http://wordlist.aspell.net/; Debian's packages wamerican and
# wbritish), one word a line:
#
#	awk -f words.awk AMERICAN BRITISH
#
# Words are folded as keys are (lower case, no apostrophes) and end in 1 for
# American, 2 for British, 3 for both.  Names and possessives are left out.

FNR == 1 {
	list++
}

/^[a-z']+$/ && !/'s$/ {
	gsub(/'/, "")
	if (list == 1)
		dialect[$0] = 1
	else
		dialect[$0] = dialect[$0] == 1 || dialect[$0] == 3 ? 3 : 2
}

END {
	if (list != 2)
		exit 1
	print "/* Made by words.awk; not to be edited. */"
	print "#include \"config.h\"\n"
	print "#include \"compare/words.h\"\n"
	print "const char words_data[] ="
	fflush()
	sort = "LC_ALL=C sort"
	for (word in dialect)
		print "\"" word dialect[word] "\\n\"" | sort
	close(sort)
	print "\"\";"
	print "const size_t words_size = sizeof(words_data) - 1;"
}
