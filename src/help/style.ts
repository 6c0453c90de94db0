/** The help page's look, light and dark as the reader's system is. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #555; --line: #d5d5d5; --paper: #fff; --shade: #f4f4f4; --link: #0b5c9e; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --soft: #b4b4b4; --line: #4a4a4a; --paper: #1e1e1e; --shade: #2a2a2a; --link: #7dbcf0; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 50rem; background: var(--paper); color: var(--ink); font: 15px/1.5 "Segoe UI", system-ui, sans-serif; }
h1 { font-size: 1.7rem; margin: 0 0 1rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 2rem 0 .4rem; }
p, ul, pre { margin: .5rem 0; }
ul { padding-left: 1.2rem; }
a { color: var(--link); }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
nav ul { list-style: none; padding: 0; }
nav p { margin: 0 0 .5rem; display: flex; flex-wrap: wrap; gap: 0 .9rem; }
code { font: .92em/1.4 Consolas, ui-monospace, monospace; }
p > code, li > code, td > code { background: var(--shade); padding: 0 .2em; border-radius: 3px; }
pre { background: var(--shade); padding: .5rem .75rem; border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
.table { overflow-x: auto; margin: .5rem 0 1rem; }
table { border-collapse: collapse; font-size: .93em; }
caption { text-align: left; color: var(--soft); padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .2rem .75rem .2rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
@media print { nav { display: none; } body { max-width: none; } }
`;
