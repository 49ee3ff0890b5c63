/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "scene.h"

/* A scenario in which everything happens, and policies for it. */

#define BUSY_DAYS 700

#define BUSY_COUNTED "'adults':1,'children':1"
#define BUSY_LISTED                                                                                                    \
  "'persons':[{'birth_date':'1990-05-01','role':'applicant'},{'birth_date':'2008-06-01','role':'child'}]"

/* `mechanism` as in a scenario, `every` days between commissions; the members of one household that waits. */
static inline OrientaScenario *
busy_scenario_of (const char *every, const char *mechanism, const char *members)
{
  g_autofree char *text = g_strdup_printf (
      "{'orienta_scenario':1,'id':'busy','version':'1','title':{'en':'busy'},'start':'2026-01-01','days':%d,"
      "'register':{'orienta':1,'territories':[{'id':'D'},{'id':'E','parent':'D'},{'id':'W','parent':'D'}],'units':["
      "{'id':'E1','kind':'plai','territory':'E','rooms':1,'places':12},"
      "{'id':'E3','kind':'plai','territory':'E','rooms':3,'places':9,'rent':420},"
      "{'id':'N','kind':'plus','territory':'E','rooms':2,'places':0},"
      "{'id':'P','kind':'pension_de_famille','territory':'W','rooms':1,'places':6,'onsite_support':true},"
      "{'id':'W2','kind':'plai','territory':'W','rooms':2,'places':10,'available_from':'2026-02-01'}],'services':["
      "{'id':'R','territories':['E'],'needs':['parenting','budget'],'slots':5},"
      "{'id':'S','territories':['D'],'needs':['addiction','psychic','parenting','budget'],'slots':7}],'households':["
      "{'id':'h1','adults':1,'request_date':'2025-03-01','situation':'street','occupies':'E1'},"
      "{'id':'h2','request_date':'2025-05-01','situation':'hotel',%s},"
      "{'id':'h3','adults':1,'request_date':'2025-07-01','needs':['addiction:high'],'support_accepted':'high'}]},"
      "'stock':[{'units':{'unit.kind':['pension_de_famille']},'stay_days':{'exponential':900},'occupied':0.9},"
      "{'stay_days':{'weibull':[500,1.5]},'occupied':0.7,'ready_days':12}],"
      "'deliveries':[{'date':'2026-06-01','places':3,'unit':'N'},{'date':'2027-01-15','places':2,'unit':'N'}],"
      "'arrivals':[{'id':'alone','per_year':70,'seasons':[2,1,1,1,1,1,0.5,0.5,1,1,1,1],'household':{"
      "'territory':{'one_of':{'E':0.6,'W':0.4}},'situation':{'one_of':{'street':0.5,'hotel':0.5}},'adults':1,"
      "'age':{'uniform':[18,60]},'needs':{'each':{'addiction:high':0.3,'psychic':0.3}},'support_accepted':'high',"
      "'income_month':{'steps':[[0,0],[0.5,600],[1,1400]]}}},"
      "{'id':'family','per_year':40,'household':{'territory':'E','situation':'hotel','adults':{'one_of':{'1':0.5,'2':"
      "0.5}},'children':{'one_of':{'1':0.6,'2':0.4}},'needs':{'each':{'parenting:low':0.5}},'support_accepted':'low',"
      "'income_month':{'lognormal':[900,0.4]}}}],"
      "'patience':[{'households':{'household.situation':['street']},'days':{'exponential':300}},"
      "{'days':{'exponential':700}}],"
      "'answers':[{'by':'household','when':{'pair.same_territory':false},'accepts':0.5,'days':6,'reason':'area'},"
      "{'by':'household','accepts':0.8,'days':4},{'by':'structure','accepts':0.9,'days':3}],"
      "'changes':[{'id':'worse','households':{'household.children':0},'per_year':0.5,'becomes':{'needs':['psychic:high'"
      "]}"
      "},"
      "{'id':'street','per_year':0.3,'becomes':{'situation':'street'}}],"
      "'support':[{'households':{'household.need.addiction':'high'},'days':{'exponential':200},'then':'low'},"
      "{'days':{'exponential':400}}],"
      "'groups':[{'id':'families','households':{'household.children':{'gt':0}}}],"
      "'targets':[{'id':'all','per_year':40}],"
      "'commissions':[{'from':'2025-12-01','every_days':%s,'mechanism':'%s'}]}",
      BUSY_DAYS, members, every, mechanism);
  return scene_scenario (text);
}

static inline OrientaScenario *
busy_scenario (const char *every, const char *mechanism)
{
  return busy_scenario_of (every, mechanism, BUSY_LISTED);
}

/* A room for everybody but a couple; points for the street, for the wait and for what is left to live on. */
#define BUSY_RULES                                                                                                     \
  "{'id':'rooms','require':{'pair.rooms_gap':{'ge':-1}},'source':'s'},"                                                \
  "{'id':'area','applies':{'unit.territory':'W'},'require':{'household.children':0},'source':'s'}"
#define BUSY_CRITERIA                                                                                                  \
  "{'id':'street','when':{'household.situation':'street'},'points':10,'source':'s'},"                                  \
  "{'id':'near','when':{'pair.same_territory':true},'points':4,'source':'s'},"                                         \
  "{'id':'psychic','when':{'household.needs':{'has':'psychic'},'unit.kind':'pension_de_famille'},'points':6,"          \
  "'source':'s'}"
#define BUSY_WAIT "{'id':'wait','attribute':'household.waiting_months','per':1,'points':1,'source':'s'}"

/* Its points grow with the wait. */
static inline OrientaPolicy *
busy_policy (void)
{
  return fixture_policy ("{'orienta':1,'id':'busy','version':'1','rules':[" BUSY_RULES "],'criteria':[" BUSY_CRITERIA
                         "," BUSY_WAIT "],'support':{'mode':'preferred'}}");
}

#define BUSY_STILL ",'rules':[" BUSY_RULES "],'criteria':[" BUSY_CRITERIA "]"

/* What it reads of a household stays as it is until somebody changes; `more`: its members, such as BUSY_STILL. */
static inline OrientaPolicy *
busy_static_policy (const char *more)
{
  g_autofree char *text = g_strconcat ("{'orienta':1,'id':'still','version':'1'", more, "}", NULL);
  return fixture_policy (text);
}

/* Home by home as they are listed, whoever has enough points, with a draw. */
static inline OrientaMatchOptions *
busy_match_options (gint64 minimum)
{
  OrientaMatchOptions *match = orienta_match_options_new ();
  orienta_match_options_set_mechanism (match, ORIENTA_MECHANISM_SEQUENTIAL);
  orienta_match_options_set_seed (match, "2026-W47");
  orienta_match_options_set_minimum (match, minimum);
  orienta_match_options_set_unit_order (match, ORIENTA_UNITS_AS_LISTED);
  return match;
}

/* Replications with lists that are kept and of commissions that begin anew: the same, event by event. */
static inline void
busy_compare_ways (OrientaScenario *scenario, OrientaPolicy *policy, OrientaSimulateOptions *options, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OrientaProgress) inner = orienta_progress_new ();
  g_autoptr (OrientaSetting) kept = orienta_setting_new (scenario, policy, options, &error);
  g_autoptr (OrientaSetting) anew = orienta_setting_new (scenario, policy, options, &error);
  ck_assert_msg (kept && anew, "%s", error ? error->message : "");
  anew->plain = TRUE;
  for (guint number = 0; number < n; number++) {
    g_autoptr (OrientaEvents) a = orienta_replication_run (kept, number, NULL, inner, &error);
    g_autoptr (OrientaEvents) b = orienta_replication_run (anew, number, NULL, inner, &error);
    ck_assert_msg (a && b, "%s", error ? error->message : "");
    ck_assert_uint_gt (a->events->len, 100);
    scene_assert_same (a, b);
  }
}
