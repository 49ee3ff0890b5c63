/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lottery: among equals the smallest HMAC-SHA-256 of the household's id under a published seed comes first. Whoever
 * knows the seed redraws it: printf '%s' H0042 | openssl dgst -sha256 -hmac "2026-W47". Publish the hashes of register
 * and policy before the seed is known, and nobody can have chosen any of the three after the others. */
#include <orienta/orienta.h>

#include "score/lottery-private.h"

#include <string.h>

void
orienta_lottery_digest (const char *seed, const char *household, guint8 digest[ORIENTA_LOTTERY_BYTES])
{
  GHmac *hmac = g_hmac_new (G_CHECKSUM_SHA256, (const guchar *) seed, strlen (seed));
  gsize length = ORIENTA_LOTTERY_BYTES;
  g_hmac_update (hmac, (const guchar *) household, (gssize) strlen (household));
  g_hmac_get_digest (hmac, digest, &length);
  g_hmac_unref (hmac);
}

/**
 * orienta_lottery_draw:
 * @seed: any text, the key of the HMAC
 * @household: an id
 *
 * Reference: RFC 2104, FIPS 180-4.
 *
 * Returns: (transfer full): 64 lower-case hexadecimal digits; the smallest comes first
 */
char *
orienta_lottery_draw (const char *seed, const char *household)
{
  g_return_val_if_fail (seed && household, NULL);
  return g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) seed, strlen (seed), household, -1);
}
