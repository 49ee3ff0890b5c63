/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "fixture.h"

/* A small register whose matchings can be worked out by hand. Points of each pair, places of each home:
 *
 *              A plai 1   B plai 0   C rés. sociale 1   D plai 0
 *   h1            13                     4                          calls for support
 *   h2            12                                                has the place in B
 *   h3                        5          6                          wants the territory of A and B
 *   h4             9                                        8
 *   h5                                                              nothing is open to it
 *
 * The best: h2 to A, h3 to B, h1 to C: 21 points. Home by home, and stable: h1 to A, h3 to C: 19. */

static const char town_policy_text[] =
    "{'orienta':1,'id':'town','version':'3',"
    "'rules':[{'id':'judged','require':{'pair.outcome':{'known':true}},'source':'s'}],"
    "'criteria':[{'id':'judged-at','attribute':'pair.outcome','bands':[[-9000,-9000],[9000,9000]],'interpolate':true,"
    "'source':'s'}],"
    "'quotas':[{'id':'few','units':{'unit.kind':'plai'},'households':{},'max_count':2}]}";

static const char town_register_text[] =
    "{'orienta':1,'as_of':'2026-06-30','territories':[{'id':'T0'},{'id':'T1'}],'units':["
    "{'id':'A','kind':'plai','territory':'T0','places':1},"
    "{'id':'B','kind':'plai','territory':'T0','places':0},"
    "{'id':'C','kind':'residence_sociale','territory':'T1','places':1},"
    "{'id':'D','kind':'plai','territory':'T1','places':0}],'services':["
    "{'id':'R','territories':['T0','T1'],'needs':['parenting'],'slots':5},"
    "{'id':'S','territories':['T0','T1'],'needs':['addiction'],'slots':1}],'households':["
    "{'id':'h1','adults':1,'request_date':'2025-01-01','situation':'street','needs':['addiction:high'],"
    "'support_accepted':'high'},"
    "{'id':'h2','adults':1,'request_date':'2025-01-02','situation':'overcrowded','occupies':'B'},"
    "{'id':'h3','adults':1,'request_date':'2025-01-03','situation':'hotel','wants_territories':['T0']},"
    "{'id':'h4','adults':1,'request_date':'2025-01-04','situation':'street'},"
    "{'id':'h5','adults':1,'request_date':'2025-01-05'}],'outcomes':["
    "{'household_id':'h1','unit_id':'A','value':13},{'household_id':'h1','unit_id':'C','value':4},"
    "{'household_id':'h2','unit_id':'A','value':12},"
    "{'household_id':'h3','unit_id':'B','value':5},{'household_id':'h3','unit_id':'C','value':6},"
    "{'household_id':'h4','unit_id':'A','value':9},{'household_id':'h4','unit_id':'D','value':8}]}";

enum { TOWN_A, TOWN_B, TOWN_C, TOWN_D };

typedef struct {
  OrientaPolicy *policy;
  OrientaRegister *reg;
  OrientaMatchOptions *options;
} Town;

static inline void
town_open (Town *self)
{
  self->policy = fixture_policy (town_policy_text);
  self->reg = fixture_register (town_register_text, self->policy);
  self->options = orienta_match_options_new ();
  orienta_match_options_set_n_threads (self->options, 1);
}

static inline void
town_close (Town *self)
{
  orienta_policy_unref (self->policy);
  orienta_register_unref (self->reg);
  orienta_match_options_unref (self->options);
}

static inline OrientaMatching *
town_match (const Town *self, OrientaMechanism mechanism)
{
  g_autoptr (GError) error = NULL;
  orienta_match_options_set_mechanism (self->options, mechanism);
  OrientaMatching *matching = orienta_match (self->policy, self->reg, self->options, NULL, &error);
  ck_assert_msg (matching != NULL, "%s", error ? error->message : "");
  ck_assert_msg (orienta_matching_verify (matching, self->policy, self->reg, &error), "%s",
                 error ? error->message : "");
  return matching;
}

/* The home of a household by their letters, as "h1C h2A h3B". Free with g_free(). */
static inline char *
town_homes (const OrientaMatching *matching)
{
  GString *out = g_string_new (NULL);
  for (guint pair = 0; pair < orienta_matching_get_n_pairs (matching); pair++)
    g_string_append_printf (out, "%sh%u%c", pair > 0 ? " " : "", orienta_matching_get_household (matching, pair) + 1,
                            (char) ('A' + orienta_matching_get_unit (matching, pair)));
  return g_string_free (out, FALSE);
}

#define assert_homes(matching, expected)                                                                               \
  do {                                                                                                                 \
    g_autofree char *homes_ = town_homes (matching);                                                                   \
    ck_assert_str_eq (homes_, expected);                                                                               \
  } while (0)
