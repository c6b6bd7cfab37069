// Looks at pages in a real browser: node html.mjs FOLDER, which has NAME.html
// and, of the same pair, NAME.json.
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const axe = fs.readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = process.argv[2];
const MOST_BYTES = 5e6;
const NARROW = 360;
// By axe; the others have nothing that these have not.
const AUDITED = ["decided", "hostile", "seed"];

let passed = 0, failed = 0;

function check(page, what, wrong)
{
	if (wrong === false || wrong?.length === 0) {
		passed++;
		return;
	}
	failed++;
	console.log(`FAIL ${page}: ${what}`);
	if (wrong !== true)
		console.log(JSON.stringify(wrong, null, 1).slice(0, 2000));
}

const validator = new HtmlValidate({
	root: true, extends: ["html-validate:standard"]
});

async function checkSource(name, text)
{
	const report = await validator.validateString(text);

	check(name, "valid HTML", report.results.flatMap(result =>
		result.messages.map(it => `${it.line}: ${it.message}`)));
	check(name, "under 5 MB", Buffer.byteLength(text) > MOST_BYTES);
}

// In the page: what could run or load, what leads nowhere, what is twice.
function lookAround(ids)
{
	const all = [...document.querySelectorAll("*")];
	const names = all.map(it => it.id).filter(id => id);
	const known = new Set(names);

	return {
		foreign: all.filter(it => [...it.attributes].some(attribute =>
			/^on|^style$|^src/.test(attribute.name) ||
			(/^href$/.test(attribute.name) &&
			!attribute.value.startsWith("#")))).
			map(it => it.outerHTML),
		elements: all.filter(it => /^(script|img|iframe|object|embed|link|base|form|input|video|audio|use|image|foreignObject)$/i.
			test(it.localName)).map(it => it.outerHTML),
		astray: [...document.querySelectorAll("a")].
			map(it => it.getAttribute("href")).
			filter(href => !known.has(href.slice(1))),
		twice: names.filter((id, i) => names.indexOf(id) !== i),
		unseen: ids.filter(id => !known.has("f" + id)),
		jumping: all.filter(it => it.tabIndex > 0).
			map(it => it.outerHTML),
		styled: getComputedStyle(document.body).maxWidth !== "none",
		title: document.title
	};
}

// The words of a column, but for what the report adds.
function wordsOf(side)
{
	const words = {};

	for (const cell of document.querySelectorAll(`.cell.${side} p`)) {
		const copy = cell.cloneNode(true);

		for (const added of copy.querySelectorAll(".ref, .elsewhere"))
			added.remove();
		for (const box of copy.querySelectorAll(".box"))
			box.replaceWith(" ");
		for (const word of copy.textContent.match(/\p{L}+/gu) ?? [])
			words[word] = (words[word] ?? 0) + 1;
	}
	return words;
}

async function checkWords(name, page, report)
{
	for (const side of ["reprint", "transcript"]) {
		const file = report[side];

		if (file?.media_type !== "text/plain" || file.encoding !== "UTF-8")
			continue;
		const shown = await page.evaluate(wordsOf, side);
		const missing = [];

		for (const word of fs.readFileSync(path.resolve(folder, "..",
			file.path), "utf8").match(/\p{L}+/gu) ?? [])
			if (!(shown[word]-- > 0))
				missing.push(word);
		check(name, `every word of the ${side}`, missing);
	}
}

async function checkKeys(name, page)
{
	const focus = () => page.evaluate(() => [document.activeElement.id,
		document.activeElement.className]);

	await page.keyboard.press("Tab");
	check(name, "first the link to the texts",
		(await focus())[1] !== "skip");
	await page.keyboard.press("Enter");
	check(name, "which leads there", (await focus())[0] !== "texts");
}

// A link to a finding opens the folds around it.
async function checkFolds(name, page)
{
	const closed = await page.evaluate(async () => {
		const ids = [...document.querySelectorAll(
			"details.fold:not([open]) [id^=f]")].
			map(it => it.id).slice(0, 3);
		const hidden = [];

		for (const id of ids) {
			location.hash = id;
			await new Promise(resolve => setTimeout(resolve, 20));
			if (!document.getElementById(id).checkVisibility())
				hidden.push(id);
		}
		return hidden;
	});

	check(name, "links open folds", closed);
}

// In the dark nothing differs but colours.
async function checkAxe(name, page, scheme)
{
	const options = { resultTypes: ["violations"] };

	if (scheme === "dark")
		options.runOnly = ["color-contrast"];
	const violations = await page.evaluate(`${axe};axe.run(document,
		${JSON.stringify(options)}).then(it => it.violations)`);

	check(name, "no violation by axe", violations.map(it =>
		`${it.id}: ${it.nodes[0].html} ${it.nodes[0].failureSummary}`));
}

// Is the ground light, and the text dark, or the other way round?
async function checkScheme(name, page, scheme)
{
	const sum = await page.evaluate(() => ["backgroundColor", "color"].
		map(it => getComputedStyle(document.documentElement)[it].
		match(/\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0)));

	check(name, `${scheme} ground`,
		(sum[0] > sum[1]) !== (scheme === "light"));
}

// What the page lets nobody do, who might have got something into it.
async function checkPolicy(name, page)
{
	const said = await page.evaluate(() => new Promise(resolve => {
		const directives = [];

		document.addEventListener("securitypolicyviolation", it => {
			directives.push(it.effectiveDirective);
			if (directives.length === 3)
				resolve(directives.sort());
		});
		const script = document.createElement("script");
		const image = document.createElement("img");

		script.textContent = "document.title = 'run'";
		image.src = "http://127.0.0.1:9/x";
		document.body.append(script, image);
		document.body.setAttribute("style", "color: red");
		setTimeout(() => resolve(directives), 2000);
	}));

	check(name, "a policy in force", said.join() !==
		"img-src,script-src-elem,style-src-attr");
}

async function checkPage(browser, name)
{
	const file = path.join(folder, `${name}.html`);
	const url = pathToFileURL(file).href;
	const report = JSON.parse(fs.readFileSync(
		path.join(folder, `${name}.json`), "utf8"));
	const page = await browser.newPage({ colorScheme: "light" });
	const events = [];

	page.on("console", it => events.push(it.text()));
	page.on("pageerror", it => events.push(String(it)));
	page.on("dialog", it => { events.push("dialog"); it.dismiss(); });
	page.on("request", it => {
		if (it.url() !== url)
			events.push(it.url());
	});
	await page.addInitScript(() => { window.run = () => {
		document.title = "run";
		throw new Error("It ran.");
	}; });
	await page.goto(url);

	const seen = await page.evaluate(lookAround,
		report.findings.map(it => it.id));

	check(name, "nothing foreign", seen.foreign);
	check(name, "no element that loads", seen.elements);
	check(name, "every link has a target", seen.astray);
	check(name, "no name twice", seen.twice);
	check(name, "every finding", seen.unseen);
	check(name, "the order of the page", seen.jumping);
	check(name, "the style is let in", !seen.styled);
	check(name, "a title", !seen.title.endsWith(" – verbatim"));
	await checkWords(name, page, report);
	await checkKeys(name, page);
	await checkFolds(name, page);

	for (const scheme of ["light", "dark"]) {
		await page.emulateMedia({ colorScheme: scheme });
		await checkScheme(name, page, scheme);
		if (AUDITED.includes(name))
			await checkAxe(`${name}, ${scheme}`, page, scheme);
	}
	await page.setViewportSize({ width: NARROW, height: 640 });
	check(name, "no wider than a telephone", await page.evaluate(() =>
		document.scrollingElement.scrollWidth) > NARROW);
	if (name === "sample" || name === "long") {
		const pdf = await page.pdf({ format: "A4" });

		check(name, "prints", pdf.subarray(0, 5).toString() !== "%PDF-" ||
			pdf.length < 10000);
	}
	check(name, "quiet", events);
	if (name === "hostile")
		await checkPolicy(name, page);
	await page.close();
}

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
	args: ["--no-sandbox"]
});
for (const file of fs.readdirSync(folder).sort()) {
	if (!file.endsWith(".html"))
		continue;
	await checkSource(path.parse(file).name, fs.readFileSync(
		path.join(folder, file), "utf8"));
	await checkPage(browser, path.parse(file).name);
}
await browser.close();
console.log(`html: ${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
