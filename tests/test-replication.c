/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "scene.h"

/* Little worlds whose every event can be worked out by hand: everybody waits on the first day, everything lasts as long
 * as it lasts. */

/* The points of a household are its rent in euros: h1 first, then h2, h3, h4. */
static const char by_rent[] = "{'orienta':1,'id':'by-rent','version':'1','criteria':[{'id':'rent',"
                              "'attribute':'household.rent_now','per':1,'points':1,'source':'s'}]}";

#define HOUSEHOLD(id, rent, more)                                                                                      \
  "{'id':'" id "','adults':1,'request_date':'2025-12-22','situation':'street','rent_now':" rent more "}"
#define FOUR                                                                                                           \
  "'households':[" HOUSEHOLD ("h1", "40", "") "," HOUSEHOLD ("h2", "30", "") "," HOUSEHOLD (                           \
      "h3", "20", "") "," HOUSEHOLD ("h4", "10", "") "]"
#define SCENARIO(days, reg, more)                                                                                      \
  "{'orienta_scenario':1,'id':'s','version':'1','title':{'en':'s'},'start':'2026-01-01','days':" days                  \
  ",'register':{'orienta':1,'territories':[{'id':'T'}]," reg "}," more "}"
#define UNIT(id, places, more) "{'id':'" id "','kind':'plai','territory':'T','places':" places more "}"

static void
assert_told (const char *scenario_text, const char *policy_text, const char *expected)
{
  g_autoptr (OrientaScenario) scenario = scene_scenario (scenario_text);
  g_autoptr (OrientaPolicy) policy = fixture_policy (policy_text);
  g_autoptr (OrientaEvents) events = scene_run (scenario, policy, NULL, 0);
  g_autofree char *told = scene_tell (events);
  ck_assert_str_eq (told, expected);
}

/* A and B are free on the first day, C is delivered on the 20th day; a stay lasts 30 days, a home is made ready in 5.
 * Commissions every 10 days. A household gives up after 35 days, by when the first stays have ended. */
START_TEST (test_homes)
{
  assert_told (SCENARIO ("41",
                         "'units':[" UNIT ("A", "1", "") "," UNIT ("B", "1", "") "," UNIT ("C", "0", "") "]," FOUR,
                         "'stock':[{'stay_days':30,'occupied':0,'ready_days':5}],"
                         "'deliveries':[{'date':'2026-01-20','places':1,'unit':'C'}],"
                         "'patience':[{'days':35}],"
                         "'commissions':[{'from':'2026-01-01','every_days':10,'mechanism':'sequential'}]"),
               by_rent,
               "0 free A =0\n"
               "0 free B =0\n"
               "0 commission =2\n"
               "0 offered h1 A =40\n"
               "0 housed h1 A =10\n"
               "0 offered h2 B =30\n"
               "0 housed h2 B =10\n"
               "10 commission =0\n"
               "19 delivered C =1\n"
               "20 commission =1\n"
               "20 offered h3 C =20\n"
               "20 housed h3 C =30\n"
               "30 vacated h1 A =0\n"
               "30 vacated h2 B =0\n"
               "30 commission =0\n"
               "35 abandoned h4 =45\n"
               "35 free A =0\n"
               "35 free B =0\n"
               "40 commission =0\n");
}
END_TEST

/* Both homes are offered at once; h1 refuses everything after 3 days, the structure rejects h2 after 1 + 2 days, h3 and
 * h4 are taken after 3. At once: a home that is refused goes to the next, who are h1 again, for nothing bars it. */
START_TEST (test_answers)
{
  assert_told (
      SCENARIO ("7", "'units':[" UNIT ("A", "1", "") "]," FOUR,
                "'answers':[{'by':'household','when':{'household.rent_now':40},'accepts':0,'days':3,'reason':'area'},"
                "{'by':'household','accepts':1,'days':1},"
                "{'by':'structure','when':{'household.rent_now':30},'accepts':0,'days':2}],"
                "'patience':[{'households':{'household.rent_now':40},'days':2}],"
                "'commissions':[{'from':'2026-01-01','every_days':0,'mechanism':'sequential'}]"),
      by_rent,
      "0 free A =0\n"
      "0 commission =1\n"
      "0 offered h1 A =40\n"
      "3 refused h1 A =0\n"
      "3 abandoned h1 =13\n" /* its patience was over, the offer was let run */
      "3 commission =1\n"
      "3 offered h2 A =30\n"
      "6 rejected h2 A =0\n"
      "6 commission =1\n"
      "6 offered h2 A =30\n");
}
END_TEST

/* A policy that reads refusals: what was refused once is not offered again. */
START_TEST (test_refused_before)
{
  assert_told (SCENARIO ("7", "'units':[" UNIT ("A", "1", "") "]," FOUR,
                         "'answers':[{'by':'household','when':{'household.rent_now':{'ge':20}},'accepts':0,'days':2}],"
                         "'commissions':[{'from':'2026-01-01','every_days':0,'mechanism':'sequential'}]"),
               "{'orienta':1,'id':'once','version':'1','rules':[{'id':'once','require':{'pair.refused_before':false},"
               "'source':'s'}],'criteria':[{'id':'rent','attribute':'household.rent_now','per':1,'points':1,"
               "'source':'s'}]}",
               "0 free A =0\n"
               "0 commission =1\n"
               "0 offered h1 A =40\n"
               "2 refused h1 A =0\n"
               "2 commission =1\n"
               "2 offered h2 A =30\n"
               "4 refused h2 A =0\n"
               "4 commission =1\n"
               "4 offered h3 A =20\n"
               "6 refused h3 A =0\n"
               "6 commission =1\n"
               "6 offered h4 A =10\n"
               "6 housed h4 A =16\n");
}
END_TEST

/* h1 lives in B and asks for another home: it goes to A, and B is made ready for h2; nobody is promised a home that is
 * still lived in. */
START_TEST (test_move)
{
  assert_told (SCENARIO ("9",
                         "'units':[" UNIT ("A", "1", "") "," UNIT ("B", "1", "") "],'households':[" HOUSEHOLD (
                             "h1", "40", ",'occupies':'B'") "," HOUSEHOLD ("h2", "30", "") "]",
                         "'stock':[{'stay_days':'never','occupied':0,'ready_days':4}],"
                         "'commissions':[{'from':'2026-01-02','every_days':2}]"),
               by_rent,
               "0 free A =0\n"
               "1 commission =1\n"
               "1 offered h1 A =40\n"
               "1 housed h1 A =11\n"
               "1 vacated h1 B =0\n"
               "3 commission =0\n"
               "5 free B =0\n"
               "5 commission =1\n"
               "5 offered h2 B =30\n"
               "5 housed h2 B =15\n"
               "7 commission =0\n");
}
END_TEST

/* S has one slot. h1 is supported by it for 3 days at a high level, 4 at a low one, and leaves it; h2 has gone without,
 * h3 has it next, until it leaves its home after 8 days. */
START_TEST (test_support)
{
#define NEEDS ",'needs':['addiction:high'],'support_accepted':'high'"
  assert_told (
      SCENARIO ("21",
                "'units':[" UNIT ("A", "2", "") "," UNIT (
                    "B", "0",
                    "") "],'services':[{'id':'S','territories':['T'],'needs':['addiction'],'slots':1}],'households':"
                        "[" HOUSEHOLD ("h1", "40", NEEDS) "," HOUSEHOLD ("h2", "30", NEEDS) "," HOUSEHOLD ("h3", "20",
                                                                                                           NEEDS) "]",
                "'stock':[{'stay_days':8,'occupied':0,'ready_days':90}],"
                "'deliveries':[{'date':'2026-01-11','places':1,'unit':'B'}],"
                "'support':[{'households':{'household.need.addiction':'high'},'days':3,'then':'low'},"
                "{'households':{'household.rent_now':40},'days':4}],"
                "'commissions':[{'from':'2026-01-01','every_days':0,'mechanism':'sequential'}]"),
      by_rent,
      "0 free A =0\n"
      "0 free A =1\n"
      "0 commission =2\n"
      "0 offered h1 A S =40\n"
      "0 housed h1 A S =10\n"
      "0 support_begun h1 A S =1\n"
      "0 offered h2 A =30\n"
      "0 housed h2 A =10\n"
      "3 support_changed h1 A S =2\n"
      "7 support_ended h1 A S =1\n"
      "8 vacated h1 A =0\n"
      "8 vacated h2 A =1\n"
      "10 delivered B =1\n"
      "10 commission =1\n"
      "10 offered h3 B S =20\n"
      "10 housed h3 B S =20\n"
      "10 support_begun h3 B S =1\n"
      "13 support_changed h3 B S =2\n"
      "18 vacated h3 B =0\n"
      "18 support_ended h3 B S =1\n");
}
END_TEST

/* What would repeat itself without end takes an hour each time: a level that is followed by the same, whoever refuses
 * at once. */
START_TEST (test_no_end)
{
  g_autoptr (OrientaScenario) scenario = scene_scenario (SCENARIO (
      "2",
      "'units':[" UNIT ("A", "1", "") "," UNIT (
          "B", "1",
          ",'onsite_support':true") "],'services':[{'id':'S','territories':['T'],'needs':['addiction'],'slots':1}],'"
                                    "households':[" HOUSEHOLD ("h1", "40", NEEDS) "," HOUSEHOLD ("h2", "30", "") "]",
      "'support':[{'days':0.01,'then':'low'}],'answers':[{'by':'household','when':{'household.rent_now':30},"
      "'accepts':0}],'changes':[{'id':'fast','per_year':900000000,'becomes':{'situation':'hotel'}}],"
      "'commissions':[{'from':'2026-01-01','every_days':0,'mechanism':'sequential'}]"));
  g_autoptr (OrientaPolicy) policy = fixture_policy (by_rent);
  g_autoptr (OrientaEvents) events = scene_run (scenario, policy, NULL, 0);
  guint n_seen[16] = { 0 };
  for (gsize i = 0; i < orienta_events_get_n (events); i++)
    n_seen[scene_event (events, i)->kind]++;
  ck_assert_uint_eq (n_seen[ORIENTA_EVENT_SUPPORT_CHANGED], 47);
  ck_assert_uint_eq (n_seen[ORIENTA_EVENT_REFUSED], 47);
  ck_assert_uint_eq (n_seen[ORIENTA_EVENT_CHANGED], 47);
}
END_TEST

/* The policy changes on the third day: then the poorest comes first. */
START_TEST (test_change_of_policy)
{
  g_autoptr (OrientaScenario) scenario = scene_scenario (
      SCENARIO ("6", "'units':[" UNIT ("A", "1", "") "]," FOUR,
                "'stock':[{'stay_days':1,'occupied':0}],'commissions':[{'from':'2026-01-01','every_days':2}]"));
  g_autoptr (OrientaPolicy) policy = fixture_policy (by_rent);
  g_autoptr (OrientaPolicy) other =
      fixture_policy ("{'orienta':1,'id':'poor','version':'1','criteria':[{'id':'rent',"
                      "'attribute':'household.rent_now','per':1,'points':-1,'source':'s'}]}");
  g_autoptr (OrientaSimulateOptions) options = orienta_simulate_options_new ();
  orienta_simulate_options_change_policy (options, "2026-01-03", other, NULL);
  g_autoptr (OrientaEvents) events = scene_run (scenario, policy, options, 0);
  g_autofree char *told = scene_tell (events);
  ck_assert_str_eq (told, "0 free A =0\n"
                          "0 commission =1\n"
                          "0 offered h1 A =40\n"
                          "0 housed h1 A =10\n"
                          "1 vacated h1 A =0\n"
                          "1 free A =0\n"
                          "2 commission =1\n"
                          "2 offered h4 A =-10\n"
                          "2 housed h4 A =12\n"
                          "3 vacated h4 A =0\n"
                          "3 free A =0\n"
                          "4 commission =1\n"
                          "4 offered h3 A =-20\n"
                          "4 housed h3 A =14\n"
                          "5 vacated h3 A =0\n"
                          "5 free A =0\n");
}
END_TEST

TEST_MAIN ("replication", test_homes, test_answers, test_refused_before, test_move, test_support, test_no_end,
           test_change_of_policy)
