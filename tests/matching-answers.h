/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "answers.h"

/* Two homes and four households, small enough to match by hand. On A, `hh-first` has 50 + 17 + 2.5 = 69.5 points,
 * `hh-second` 19.5, the other two 2.5; on B, where only lone people may go, `hh-first` has 67, outside its choice, and
 * `hh-third` 2.5. Home by home: A to `hh-first`, B to `hh-third`, 72 points. The best: A to `hh-second`, B to
 * `hh-first`, 86.5. */

static const char matching_policy[] =
    "{'orienta':1,'id':'m','version':'1','title':{'fr':'Essai <b>','en':'Trial <b>'},"
    "'rules':[{'id':'alone','label':{'fr':'Personne seule','en':'Lone person'},"
    "'applies':{'unit.kind':'pension_de_famille'},'require':{'household.persons':1},'source':'law'}],"
    "'criteria':["
    "{'id':'street','label':{'fr':'À la rue','en':'On the street'},'when':{'household.situation':'street'},'points':17,"
    "'source':'s1'},"
    "{'id':'dalo','label':{'fr':'DALO','en':'DALO'},'when':{'household.priority':{'has':'dalo'}},'points':50,"
    "'source':'s2'},"
    "{'id':'chosen','label':{'fr':'Choisi','en':'Chosen'},'when':{'pair.in_choice':true},'points':2.5,'source':'s3'}]}";

static const char matching_register[] =
    "{'orienta':1,'as_of':'2026-06-30','territories':[{'id':'all'},{'id':'north','parent':'all'},"
    "{'id':'south','parent':'all'}],'units':["
    "{'id':'A','kind':'plai','territory':'north','places':1},"
    "{'id':'B','kind':'pension_de_famille','territory':'south','places':1}],'households':["
    "{'id':'hh-first','adults':1,'request_date':'2025-06-30','situation':'street','priority':['dalo'],"
    "'wants_territories':['north']},"
    "{'id':'hh-fourth','adults':2,'request_date':'2025-06-30','situation':'hotel','needs':['health:low']},"
    "{'id':'hh-second','adults':2,'request_date':'2025-06-30','situation':'street'},"
    "{'id':'hh-third','adults':1,'request_date':'2025-06-30','situation':'hotel'}]}";

/* Nothing is free but B: `hh-mover` leaves A for it, and `hh-second` follows. */
static const char chain_register[] =
    "{'orienta':1,'as_of':'2026-06-30','territories':[{'id':'north'},{'id':'south'}],'units':["
    "{'id':'A','kind':'plai','territory':'north','places':0},"
    "{'id':'B','kind':'pension_de_famille','territory':'south','places':1}],'households':["
    "{'id':'hh-mover','adults':1,'request_date':'2025-06-30','situation':'transitional','occupies':'A',"
    "'wants_territories':['south']},"
    "{'id':'hh-second','adults':2,'request_date':'2025-06-30','situation':'street'}]}";

/* Nothing is free: each of two wants where the other is. */
static const char exchange_register[] =
    "{'orienta':1,'as_of':'2026-06-30','territories':[{'id':'north'},{'id':'south'}],'units':["
    "{'id':'A','kind':'plai','territory':'north','places':0},"
    "{'id':'B','kind':'plai','territory':'south','places':0}],'households':["
    "{'id':'hh-a','adults':1,'request_date':'2025-06-30','situation':'transitional','occupies':'A',"
    "'wants_territories':['south']},"
    "{'id':'hh-b','adults':1,'request_date':'2025-06-30','situation':'transitional','occupies':'B',"
    "'wants_territories':['north']}]}";

static inline OrientaMatching *
matching_in (const char *text, OrientaMechanism mechanism)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy = fixture_policy (matching_policy);
  g_autoptr (OrientaRegister) reg = fixture_register (text, policy);
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  orienta_match_options_set_mechanism (options, mechanism);
  orienta_match_options_set_seed (options, "s<x>");
  OrientaMatching *matching = orienta_match (policy, reg, options, NULL, &error);
  ck_assert_msg (matching != NULL, "%s", error ? error->message : "");
  return matching;
}

/* With what a place of one home is worth when it is kept for later. */
static inline OrientaMatching *
matching_with_reserve (const char *unit, gint64 points)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaPolicy) policy = fixture_policy (matching_policy);
  g_autoptr (OrientaRegister) reg = fixture_register (matching_register, policy);
  g_autoptr (OrientaMatchOptions) options = orienta_match_options_new ();
  orienta_match_options_set_reserve (options, unit, points);
  OrientaMatching *matching = orienta_match (policy, reg, options, NULL, &error);
  ck_assert_msg (matching != NULL, "%s", error ? error->message : "");
  return matching;
}

static inline OrientaMatching *
matching_of (OrientaMechanism mechanism)
{
  return matching_in (matching_register, mechanism);
}

static inline OrientaMatchingReport *
matching_report_of (void)
{
  g_autoptr (OrientaMatching) best = matching_of (ORIENTA_MECHANISM_OPTIMAL);
  g_autoptr (OrientaMatching) today = matching_of (ORIENTA_MECHANISM_SEQUENTIAL);
  return orienta_matching_report_new (best, today);
}

/* On one line, so that a sentence is found wherever it breaks. */
static inline char *
flat (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (out, *p);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  return g_string_free (out, FALSE);
}
