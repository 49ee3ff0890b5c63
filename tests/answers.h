/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "fixture.h"

#include "io/json-private.h"

#include <string.h>

/* A small territory for what people read: three homes, a rule and a group that tell of health, a bounded total. */

static const char answers_policy[] =
    "{'orienta':1,'id':'p','version':'7','title':{'fr':'Grille <b>d\\'essai</b> & co','en':'Trial <b>grid</b> & co'},"
    "'rules':["
    "{'id':'ceiling','label':{'fr':'Plafond','en':'Ceiling'},'applies':{'unit.kind':'plai'},"
    "'require':{'household.income_year':{'le':10000}},'source':'law A'},"
    "{'id':'psychic','label':{'fr':'Handicap psychique','en':'Psychic disability'},"
    "'applies':{'unit.kind':'residence_accueil'},'require':{'household.needs':{'has':'psychic'}},'source':'law B'},"
    "{'id':'alone','label':{'fr':'Personne seule','en':'Lone person'},'applies':{'unit.kind':'pension_de_famille'},"
    "'require':{'household.persons':1},'otherwise':'to_verify','source':'law C'}],"
    "'criteria':["
    "{'id':'street','label':{'fr':'À la rue','en':'On the street'},'when':{'household.situation':'street'},'points':17,"
    "'source':'s1'},"
    "{'id':'waited','label':{'fr':'Attente','en':'Waiting'},'attribute':'household.waiting_months','per':1,'points':0."
    "5,"
    "'max':24,'source':'s2'},"
    "{'id':'ill','label':{'fr':'Santé fragile','en':'Frail "
    "health'},'when':{'household.needs':{'has':'health'}},'points':8,"
    "'source':'s3'},"
    "{'id':'dalo','label':{'fr':'DALO','en':'DALO'},'when':{'household.priority':{'has':'dalo'}},'points':50,"
    "'source':'s4'},"
    "{'id':'alone','label':{'fr':'Seul','en':'Alone'},'when':{'household.persons':1},'points':6,'source':'s5'},"
    "{'id':'chosen','label':{'fr':'Choisi','en':'Chosen'},'when':{'pair.in_choice':true},'points':2.125,'source':'s6'}]"
    ","
    "'groups':[{'id':'need','label':{'fr':'Besoin','en':'Need'},'of':['ill','alone'],'combine':'max'}],"
    "'total':{'min':0,'max':70}}";

/* `plain` and `held` differ in nothing but special categories of data; so do `rich` and `rich-ill`. */
static const char answers_register[] =
    "{'orienta':1,'as_of':'2026-06-30','territories':[{'id':'north'},{'id':'south'}],'units':["
    "{'id':'U1','kind':'plai','territory':'north','rooms':2,'rent':300,'charges':20.5,'places':1},"
    "{'id':'U2','kind':'residence_accueil','territory':'north','places':2},"
    "{'id':'U3','kind':'pension_de_famille','territory':'south'}],'households':["
    "{'id':'plain','adults':1,'request_date':'2025-06-30','situation':'street','income_year':9000},"
    "{'id':'held','adults':1,'request_date':'2025-06-30','situation':'street','income_year':9000,"
    "'needs':['health:high','addiction:low'],'priority':['dalo']},"
    "{'id':'rich','adults':2,'request_date':'2026-01-31','situation':'hotel','income_year':12500.5},"
    "{'id':'rich-ill','adults':2,'request_date':'2026-01-31','situation':'hotel','income_year':12500.5,"
    "'needs':['health:low'],'priority':['dalo']},"
    "{'id':'nowhere','adults':1,'request_date':'2026-05-31','situation':'squat_camp','income_year':10001,"
    "'refuses_kinds':['pension_de_famille']},"
    "{'id':'south','adults':1,'request_date':'2025-06-30','situation':'street','income_year':9000,"
    "'wants_territories':['south']}]}";

/* Whether a text is the canonical form (RFC 8785) of what it says. */
static inline void
assert_canonical (const char *json)
{
  g_autoptr (OrientaFaults) faults = orienta_faults_new ();
  g_autoptr (OrientaJson) parsed = orienta_json_parse (json, strlen (json), "answer", faults);
  ck_assert_msg (parsed != NULL, "not JSON: %.300s", json);
  g_autofree char *canonical = orienta_json_canonical (orienta_json_get_root (parsed));
  ck_assert_msg (strcmp (canonical, json) == 0, "not canonical: %.300s, expected %.300s", json, canonical);
}

static inline guint
count_of (const char *text, const char *part)
{
  guint n = 0;
  for (const char *p = strstr (text, part); p; p = strstr (p + 1, part))
    n++;
  return n;
}

#define assert_has(text, part) ck_assert_msg (strstr (text, part) != NULL, "no “%s” in:\n%.1500s", part, text)
#define assert_lacks(text, part) ck_assert_msg (strstr (text, part) == NULL, "“%s” in:\n%.1500s", part, text)
