/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Quantiles. The C library's log() and exp() differ in their last bit from machine to machine; those here are made of
 * what IEEE 754 rounds in one way only, and the library is compiled without fused multiplications. */
#include "simulate/spread-private.h"

#include <math.h>
#include <string.h>

#define LN2_HIGH 6.93147180369123816490e-01 /* its last 21 bits are 0: exact when multiplied by an exponent */
#define LN2_LOW 1.90821492927058770002e-10  /* what lacks to the logarithm of 2 */
#define ONE_BY_LN2 1.44269504088896338700
#define SQRT_HALF 7.07106781186547524401e-01
#define LOG_TERMS 12 /* of a series in at most 0.0295: the rest is below 2^-60 */
#define EXP_TERMS 14 /* of a series in at most 0.3466: the rest is below 2^-60 */

/* log (1 + f) for f from -0.3 to 0.42, by 2 artanh (f / (2 + f)). */
static double
log_near_one (double f)
{
  double s = f / (2.0 + f), square = s * s, sum = 0.0;
  for (gint k = LOG_TERMS - 1; k > 0; k--)
    sum = (sum + 1.0 / (2 * k + 1)) * square;
  return 2.0 * s + 2.0 * s * sum;
}

/* The natural logarithm of a positive number that is neither subnormal nor infinite. */
double
orienta_portable_log (double x)
{
  guint64 bits;
  memcpy (&bits, &x, sizeof bits);
  gint exponent = (gint) (bits >> 52) - 1022;
  bits = (bits & G_GUINT64_CONSTANT (0x000fffffffffffff)) | G_GUINT64_CONSTANT (0x3fe0000000000000);
  double part; /* from 0.5 up to 1 */
  memcpy (&part, &bits, sizeof part);
  if (part < SQRT_HALF) {
    part *= 2.0;
    exponent--;
  }
  return exponent * LN2_HIGH + (log_near_one (part - 1.0) + exponent * LN2_LOW);
}

static double
power_of_two (gint exponent)
{
  guint64 bits = (guint64) (exponent + 1023) << 52;
  double power;
  memcpy (&power, &bits, sizeof power);
  return power;
}

/* e to that power; 0 and infinity where it would be below 2^-1021 or above 2^1023. */
double
orienta_portable_exp (double x)
{
  if (!(x > -707.0))
    return 0.0;
  if (x > 709.0)
    return INFINITY;
  gint exponent = (gint) (x * ONE_BY_LN2 + (x < 0 ? -0.5 : 0.5));
  double rest = (x - exponent * LN2_HIGH) - exponent * LN2_LOW, sum = 1.0;
  for (gint k = EXP_TERMS; k > 0; k--)
    sum = 1.0 + sum * rest * (1.0 / k);
  return sum * power_of_two (exponent);
}

/* -log (1 - p), exact to the last bits for small p as well. */
static double
waiting_time (double p)
{
  return p < 0.25 ? -log_near_one (-p) : -orienta_portable_log (1.0 - p);
}

static double
polynomial (const double coefficients[8], double x)
{
  double sum = 0.0;
  for (guint i = 8; i-- > 0;)
    sum = sum * x + coefficients[i];
  return sum;
}

/* The quantile of the standard normal law: algorithm AS 241, PPND16 (Wichura, Applied Statistics 37, 1988), good to
 * about 1 part in 10^16. */
static double
normal_quantile (double p)
{
  static const double central[2][8] = {
    { 3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
      4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3 },
    { 1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
      3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3 },
  };
  static const double middle[2][8] = {
    { 1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
      1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4 },
    { 1.0, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
      1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9 },
  };
  static const double tail[2][8] = {
    { 6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
      2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7 },
    { 1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
      1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15 },
  };
  double q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    double r = 0.180625 - q * q;
    return q * polynomial (central[0], r) / polynomial (central[1], r);
  }
  double r = sqrt (q < 0 ? -orienta_portable_log (p) : waiting_time (p));
  double far = r <= 5.0 ? polynomial (middle[0], r - 1.6) / polynomial (middle[1], r - 1.6)
                        : polynomial (tail[0], r - 5.0) / polynomial (tail[1], r - 5.0);
  return q < 0 ? -far : far;
}

static double
steps_quantile (const OrientaSpread *self, double p)
{
  guint next = 1;
  while (next + 1 < self->n_steps && self->chances[next] <= p)
    next++;
  double from = self->chances[next - 1], span = self->chances[next] - from;
  double value = self->values[next - 1], rise = self->values[next] - value;
  return value + rise * ((p - from) / span);
}

/**
 * orienta_spread_quantile:
 * @p: a chance, from 0 up to 1 without it
 *
 * Returns: the value below which a share @p of all lie; infinity of what never ends. Relative error below 1e-14.
 */
double
orienta_spread_quantile (const OrientaSpread *self, double p)
{
  switch (self->kind) {
  case ORIENTA_SPREAD_FIXED:
    return self->a;
  case ORIENTA_SPREAD_UNIFORM:
    return self->a + (self->b - self->a) * p;
  case ORIENTA_SPREAD_EXPONENTIAL:
    return self->a * waiting_time (p);
  case ORIENTA_SPREAD_WEIBULL:
    return p > 0 ? self->a * orienta_portable_exp (orienta_portable_log (waiting_time (p)) / self->b) : 0.0;
  case ORIENTA_SPREAD_LOGNORMAL:
    return p > 0 ? self->a * orienta_portable_exp (self->b * normal_quantile (p)) : 0.0;
  case ORIENTA_SPREAD_STEPS:
    return steps_quantile (self, p);
  case ORIENTA_SPREAD_NEVER:
    return INFINITY;
  }
  g_return_val_if_reached (INFINITY);
}

void
orienta_spread_clear (OrientaSpread *self)
{
  g_clear_pointer (&self->chances, g_free);
  g_clear_pointer (&self->values, g_free);
}
