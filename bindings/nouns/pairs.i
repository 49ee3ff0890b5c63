/* SPDX-License-Identifier: LGPL-2.1-or-later */
ORIENTA_INDEX (household, orienta_register_get_n_households (orienta_pairs_get_register (arg1)) + 1)

typedef struct {} OrientaPairs;
%extend OrientaPairs {
  ~OrientaPairs ();
  OrientaPolicy *get_policy ();
  OrientaRegister *get_register ();
  gsize get_n ();
  gsize get_first (guint household);
  ORIENTA_VIEW (orienta_pairs, get_units, ORIENTA_UINT32, orienta_pairs_get_n ($self))
  ORIENTA_VIEW (orienta_pairs, get_points, ORIENTA_INT64, orienta_pairs_get_n ($self))
  ORIENTA_VIEW (orienta_pairs, get_status, ORIENTA_UINT8, orienta_pairs_get_n ($self))
}
