// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/html_style.h"

namespace rigwright {

const char* htmlStyle()
{
    return R"css(
:root { color-scheme: light dark; --page: #ffffff; --soft: #f4f5f7; --line: #dcdfe4; --text: #1d2129; --muted: #5d6675;
  --accent: #2563c9; --good: #1a7f4b; --attention: #a85b00; --bad: #b42318; }
@media (prefers-color-scheme: dark) {
  :root { --page: #1b1e24; --soft: #242830; --line: #3d4450; --text: #e7eaf0; --muted: #98a1b0;
    --accent: #6ea2f2; --good: #5cc28c; --attention: #e9a951; --bad: #f2948a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 3rem; max-width: 84rem; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", "PingFang SC", "Microsoft YaHei",
    "WenQuanYi Micro Hei", "Noto Sans CJK SC", sans-serif; }
header { border-bottom: 2px solid var(--accent); padding-bottom: .75rem; margin-bottom: 1rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p { max-width: 60rem; margin: .5rem 0; overflow-wrap: anywhere; }
a { color: var(--accent); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
.muted, footer, .sub { color: var(--muted); }
.strong { font-weight: 600; }
.good { color: var(--good); }
.attention { color: var(--attention); }
.bad { color: var(--bad); font-weight: 600; }
.scroll { overflow-x: auto; margin: .5rem 0 1rem; }
table { border-collapse: collapse; font-size: .87rem; line-height: 1.4; }
caption { text-align: left; font-weight: 600; font-size: 1rem; padding: .5rem 0; }
th, td { padding: .35rem .7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  unicode-bidi: isolate; overflow-wrap: break-word; max-width: 32rem; min-width: 3rem; }
thead th { background: var(--soft); border-bottom: 2px solid var(--line); vertical-align: bottom; font-weight: 600; }
tbody th { font-weight: 400; }
.long { min-width: 16rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .number { white-space: normal; }
.group th { background: var(--soft); font-weight: 600; }
.subtotal > * { font-weight: 600; border-top: 1px solid var(--muted); }
.total > * { font-weight: 700; border-top: 2px solid var(--text); }
.fill td, .fill th { height: 2.4rem; border: 1px solid var(--line); }
code, pre { font-family: ui-monospace, "DejaVu Sans Mono", "Liberation Mono", Consolas, monospace; font-size: .85rem; }
td code, th code { overflow-wrap: anywhere; white-space: pre-wrap; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: .75rem 1rem;
  overflow-x: auto; margin: .25rem 0 1rem; }
figure { margin: 1rem 0 1.5rem; }
figcaption { font-weight: 600; margin-bottom: .4rem; }
svg { display: block; width: 100%; max-width: 60rem; height: auto; font-family: inherit; }
svg polyline { fill: none; }
.c-text-fill { fill: var(--text); } .c-text-stroke { stroke: var(--text); }
.c-muted-fill { fill: var(--muted); } .c-muted-stroke { stroke: var(--muted); }
.c-grid-fill { fill: var(--line); } .c-grid-stroke { stroke: var(--line); }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .5rem; font-size: .85rem; }
@page { size: {paper} portrait; margin: 15mm; }
@page wide { size: {paper} landscape; margin: 12mm; }
@media print {
  :root { color-scheme: light; --page: #ffffff; --soft: #f4f5f7; --line: #c8ccd3; --text: #000000; --muted: #4a5261;
    --accent: #1d4fa3; --good: #156a3e; --attention: #8a4b00; --bad: #9c1c13; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  nav { display: none; }
  section.wide { page: wide; }
  section.wide table { font-size: 6.5pt; }
  section.wide th, section.wide td { padding: 1.5pt 3pt; min-width: 0; }
  .long { min-width: 0; }
  .scroll { overflow: visible; }
  th, td { overflow-wrap: anywhere; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  a { color: inherit; text-decoration: none; }
}
)css";
}

} // namespace rigwright
