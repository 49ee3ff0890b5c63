/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The look of the page: one sheet for a screen, a wall, a telephone and A4. Text is at least 7:1 on its ground, and
 * colour never says what words do not. */
#include "report/page-private.h"

#include <string.h>

static const char *const sheet[] = {
  ":root{--ink:#1b1f24;--soft:#4a535e;--line:#d3d9e0;--rule:#8b96a3;--ground:#fff;--tint:#f3f5f8;--link:#0b4a8f;"
  "--warn:#6b3f00;--warn-ground:#fff2d9;"
  "--c0:#1f5fa8;--c1:#d07a00;--c2:#2b8a57;--c3:#9c3d7f;--c4:#5b7f00;--c5:#7a5bc0;--c6:#b8452f;--c7:#2a8c9c;--c8:#"
  "8a6d3b;"
  "--c9:#5c6670;--c10:#c2589a;--c11:#3d6f8f;color-scheme:light dark}\n",
  "@media screen and (prefers-color-scheme:dark){:root{--ink:#e9edf1;--soft:#b4bec9;--line:#39424d;--rule:#6d7986;"
  "--ground:#14181d;--tint:#1d232a;--link:#9cc7ff;--warn:#ffd28a;--warn-ground:#3a2b10;"
  "--c0:#6aa7f0;--c1:#f0a63c;--c2:#5cc28c;--c3:#d582b8;--c4:#a3c93f;--c5:#ad94ea;--c6:#ee8672;--c7:#62c3d3;--c8:#"
  "c9a86c;"
  "--c9:#9aa6b2;--c10:#ec94c6;--c11:#7fb3d3}}\n",
  "*{box-sizing:border-box}html{font:16px/1.45 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','DejaVu "
  "Sans',sans-serif;"
  "color:var(--ink);background:var(--ground);scroll-padding-top:1rem}\n"
  "body{margin:0 auto;max-width:70rem;padding:1.5rem clamp(.9rem,3vw,2.5rem) 4rem;overflow-wrap:break-word}\n"
  "h1{font-size:1.75rem;line-height:1.2;margin:.2rem 0 .4rem;letter-spacing:-.01em}\n"
  "h2{font-size:1.35rem;line-height:1.25;margin:3rem 0 .8rem;padding-bottom:.3rem;border-bottom:2px solid var(--ink)}\n"
  "h3{font-size:1.1rem;margin:2.2rem 0 .4rem}h4{font-size:1rem;margin:0}p{margin:.4rem 0}\n"
  "a{color:var(--link)}a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);"
  "outline-offset:2px;border-radius:2px}\n"
  ".skip{position:absolute;left:-100vw}.skip:focus{position:static;display:inline-block;margin-bottom:.5rem}\n"
  ".soft{color:var(--soft)}.id,.ids,dd{overflow-wrap:anywhere}.num{text-align:right;font-variant-numeric:tabular-nums;"
  "white-space:nowrap}"
  "code{font:.92em ui-monospace,'SF Mono',Consolas,'DejaVu Sans Mono',monospace}\n",
  "header .lead{font-size:1.1rem}dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem "
  "1rem;margin:1rem 0}"
  "dl.facts dt{color:var(--soft)}dl.facts dd{margin:0}\n"
  "nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;margin:.3rem 0;padding:0}"
  "nav li,.ids a{white-space:nowrap}nav.top{border-block:1px solid var(--line);padding:.4rem 0;margin:1rem 0}\n"
  "details{margin:.6rem 0}summary{cursor:pointer;color:var(--link);padding:.2rem 0}\n"
  ".tables{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1.2rem 2.5rem;"
  "align-items:start}.broad{grid-template-columns:repeat(auto-fit,minmax(min(100%,30rem),1fr))}\n",
  "table{border-collapse:collapse;width:100%;margin-bottom:1.4rem;font-variant-numeric:tabular-nums}"
  "caption{text-align:left;font-weight:600;padding:.2rem 0}"
  "th,td{text-align:left;vertical-align:top;padding:.28rem .8rem .28rem 0;border-bottom:1px solid "
  "var(--line);font-weight:400}"
  "thead "
  "th{color:var(--soft);white-space:normal;font-size:.85rem;border-bottom-color:var(--rule);vertical-align:bottom}"
  "thead th.num{white-space:normal}th.num,td.num{padding-right:1rem}tbody "
  "th[scope=rowgroup]{font-weight:600;padding-top:1rem;border-bottom-color:var(--rule)}"
  "td:last-child,th:last-child{padding-right:0}td.share{width:30%;min-width:4rem;vertical-align:middle}.needs "
  "td.share{width:16%}thead td{border-bottom-color:var(--rule)}"
  ".effect td.share{width:22%}.effect tbody .two svg{height:.9rem}.pairs th[scope=row]{width:62%;padding-right:1.2rem}"
  ".small{font-size:.85rem}.status{font-weight:600}main ol>li{margin:.2rem 0}"
  "svg{display:block;width:100%}.share svg{height:.55rem}.share rect{fill:var(--c0)}.share "
  ".rest{fill:var(--tint)}.share .c1{fill:var(--c1)}\n",
  ".unit{border-top:1px solid var(--rule);padding:.9rem 0 .5rem}.unit>p{margin:.1rem 0 "
  ".4rem;font-size:.92rem;color:var(--soft)}"
  "ol.files{list-style:none;margin:0;padding:0}ol.files>li{display:grid;grid-template-columns:2rem 8rem 1fr 6.5rem;"
  "gap:0 .8rem;padding:.45rem 0;border-top:1px solid var(--line);align-items:baseline}"
  ".rank{font-size:1.15rem;color:var(--soft);font-variant-numeric:tabular-nums;text-align:right}"
  ".id{font-weight:600}.points{text-align:right;font-variant-numeric:tabular-nums}.points b{font-size:1.1rem}"
  ".bar{height:.8rem;align-self:center}.more{grid-column:3/5}.notes{margin:.1rem 0;padding:0;list-style:none}.more "
  ".notes{display:inline}.more .notes li{display:inline;margin-right:.8rem}\n"
  ".parts{display:flex;flex-wrap:wrap;gap:0 .9rem;margin:.1rem 0;padding:0;list-style:none;font-size:.84rem;"
  "color:var(--soft)}.parts b{color:var(--ink);font-weight:600;font-variant-numeric:tabular-nums}"
  ".parts i{display:inline-block;width:.65em;height:.65em;margin-right:.4em;background:currentColor}\n"
  ".flag{display:inline-block;font-size:.85rem;border:1px solid var(--rule);border-radius:.2rem;padding:0 .4rem;"
  "margin:.1rem .4rem .1rem 0}.flag.verify{color:var(--warn);background:var(--warn-ground);border-color:currentColor;"
  "font-weight:600}.notes li{font-size:.9rem}\n",
  "@media (max-width:40rem){html{font-size:15px}h1{font-size:1.45rem}.wide,.needs "
  ".share{display:none}dl.facts{display:block}.pairs{table-layout:fixed}"
  ".pairs thead th:nth-child(2){width:38%}.pairs thead th.num{width:18%}.pairs th,.pairs td,.effect th,.effect "
  "td,.effect td.num{padding-right:.4rem}"
  ".effect td.share{width:14%;min-width:2.5rem}.small{font-size:.8rem;line-height:1.25;display:inline-block}"
  "dl.facts dd{margin-bottom:.35rem}td.num{white-space:normal}"
  "ol.files>li{grid-template-columns:1.6rem 1fr auto}.bar{grid-column:2/4;order:1;margin:.25rem 0}"
  ".more{grid-column:2/4;order:2}nav.top a{display:inline-block;padding:.2rem 0}}\n",
  "@media print{html{font-size:9pt;background:#fff}body{max-width:none;padding:0}nav,.skip,details{display:none}"
  "h2{break-after:avoid;margin-top:1.6rem}h3{break-after:avoid}.unit,tr,ol.files>li{break-inside:avoid}"
  "thead{display:table-header-group}a{color:inherit;text-decoration:none}"
  ".parts i,.flag,rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}section.part{break-before:page}"
  "ol.files>li{grid-template-columns:1.6rem 7rem 1fr 6rem;padding:.25rem 0}.more{grid-column:2/5}}\n",
};

/* A text as a CSS string: everything but plain letters and digits by number, so that nothing closes it. */
static void
append_css_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c < 128 && !g_ascii_isalnum ((char) c) && c != ' ')
      g_string_append_printf (out, "\\%x ", c);
    else if (c >= 32)
      g_string_append_unichar (out, c);
  }
  g_string_append_c (out, '"');
}

/* What runs along the top and the foot of each printed page. */
static void
append_running (const OrientaPage *self)
{
  g_autofree char *date = orienta_date_format_for (self->reg->as_of, self->language);
  g_autofree char *left = g_strdup_printf ("%s, %s", orienta_policy_get_title (self->policy, self->language), date);
  const char *right = orienta_page_say (self, "Proposition : une personne décide", "Proposal: a person decides");
  g_string_append (self->out, "@page{size:A4;margin:18mm 14mm 16mm;@top-left{font:8pt sans-serif;content:");
  append_css_string (self->out, left);
  g_string_append (self->out, "}@top-right{font:8pt sans-serif;content:");
  append_css_string (self->out, right);
  g_string_append (self->out, "}@bottom-right{font:8pt sans-serif;content:counter(page) \" / \" counter(pages)}}\n");
}

/* The style element. */
void
orienta_page_style (const OrientaPage *self)
{
  g_string_append (self->out, "<style>\n");
  for (guint i = 0; i < G_N_ELEMENTS (sheet); i++)
    g_string_append (self->out, sheet[i]);
  for (guint i = 0; i < ORIENTA_COLOURS; i++)
    g_string_append_printf (self->out, ".c%u{fill:var(--c%u);color:var(--c%u)}", i, i, i);
  g_string_append_c (self->out, '\n');
  append_running (self);
  g_string_append (self->out, "</style>\n");
}
