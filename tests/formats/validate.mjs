// node validate.mjs FILE...: SARIF against its schema, TAP against a strict
// parser; prints what is wrong, a line each, and what TAP was read as.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const Ajv = require("ajv-draft-04");
const formats = require("ajv-formats");
const { Parser } = require("tap-parser");

// The schema has a pattern that is none with the flag u.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats(ajv);
const isSarif = ajv.compile(require(
	"@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

function sarif(file) {
	if (isSarif(JSON.parse(readFileSync(file, "utf8"))))
		return;
	for (const error of isSarif.errors)
		console.log(`WRONG ${file}: ${error.instancePath} ` +
			`${error.message}`);
}

function tap(file) {
	const parser = new Parser({ strict: true }, (results) => {
		for (const failure of results.failures)
			if (failure.tapError)
				console.log(`WRONG ${file}: ` +
					JSON.stringify(failure));
		console.log(`TAP ${file} ${results.count} ${results.fail} ` +
			`${results.skip}`);
	});
	parser.end(readFileSync(file, "utf8"));
}

for (const file of process.argv.slice(2))
	(file.endsWith(".tap") ? tap : sarif)(file);
