/* math_gamma.c -- the gamma function by Lanczos' approximation with the 13 terms for g = 6.0246..., whose coefficients
 * are Boost's: CPython computes with them, and the C library's last digit is another one. */
#include "pystd/inside.h"

#include <float.h>
#include <math.h>

#define G          6.024680040776729583740234375
#define G_LESS     (G - 0.5)
#define LOG_OF_PI  1.144729885849400174143427351353058711647
#define PI         3.141592653589793238462643383279502884197
#define TINY       1e-20
#define LARGE      200.0
#define WHOLE_MAX  23    /* gamma(n) is a double without rounding up to here */
#define POWER_HALF 140.0 /* from here on a power would be too large: its root is taken twice */

/* Of the sum: terms[i][0] * x^i over terms[i][1] * x^i. */
static const double terms[][2] = {{23531376880.410759688572007674451636754734846804940, 0},
                                  {42919803642.649098768957899047001988850926355848959, 39916800},
                                  {35711959237.355668049440185451547166705960488635843, 120543840},
                                  {17921034426.037209699919755754458931112671403265390, 150917976},
                                  {6039542586.3520280050642916443072979210699388420708, 105258076},
                                  {1439720407.3117216736632230727949123939715485786372, 45995730},
                                  {248874557.86205415651146038641322942321632125127801, 13339535},
                                  {31426415.585400194380614231628318205362874684987640, 2637558},
                                  {2876370.6289353724412254090516208496135991145378768, 357423},
                                  {186056.26539522349504029498971604569928220784236328, 32670},
                                  {8071.6720023658162106380029022722506138218516325024, 1925},
                                  {210.82427775157934587250973392071336271166969580291, 66},
                                  {2.5066282746310002701649081771338373386264310793408, 1}};

/* Beginning with the terms that are large for such an x. */
static double lanczos_sum(double x)
{
    double above = 0, below = 0;
    int count = (int)COUNT_OF(terms);
    for (int i = 0; i < count; i++) {
        const double *term = terms[x < 5 ? count - 1 - i : i];
        above = x < 5 ? above * x + term[0] : above / x + term[0];
        below = x < 5 ? below * x + term[1] : below / x + term[1];
    }
    return above / below;
}

/* sin(pi * x) of a finite x, by the nearest half. */
static double sin_of_pi(double x)
{
    double y = fmod(fabs(x), 2.0), found;
    switch ((int)round(2 * y)) {
    case 0:
        found = sin(PI * y);
        break;
    case 1:
        found = cos(PI * (y - 0.5));
        break;
    case 2:
        found = sin(PI * (1 - y)); /* not sin(pi * (y - 1)) with its sign turned: the same near 1 */
        break;
    case 3:
        found = -cos(PI * (y - 1.5));
        break;
    default:
        found = sin(PI * (y - 2));
    }
    return copysign(1.0, x) * found;
}

bool gamma_is_pole(double x)
{
    return isfinite(x) && x <= 0 && x == floor(x);
}

static double factorial_before(int n)
{
    double product = 1;
    for (int i = 2; i < n; i++)
        product *= i;
    return product;
}

/* y = |x| + g - 1/2 is rounded: what the result lacks of it, as a part of itself. */
static double rounding_of(double size, double y)
{
    double larger = size > G_LESS ? size : G_LESS, smaller = size > G_LESS ? G_LESS : size;
    return (y - larger - smaller) * G / y;
}

static double gamma_negative(double size, double y, double lost)
{
    double found = -PI / sin_of_pi(size) / size * exp(y) / lanczos_sum(size);
    found -= lost * found;
    if (size < POWER_HALF)
        return found / pow(y, size - 0.5);
    double root = pow(y, size / 2 - 0.25);
    return found / root / root;
}

static double gamma_positive(double size, double y, double lost)
{
    double found = lanczos_sum(size) / exp(y);
    found += lost * found;
    if (size < POWER_HALF)
        return found * pow(y, size - 0.5);
    double root = pow(y, size / 2 - 0.25);
    return found * root * root;
}

double gamma_of(double x)
{
    if (!isfinite(x))
        return x;
    if (x == floor(x) && x > 0 && x <= WHOLE_MAX)
        return factorial_before((int)x);
    double size = fabs(x);
    if (size < TINY)
        return 1 / x;
    if (size > LARGE)
        return x < 0 ? 0.0 / sin_of_pi(x) : INFINITY;
    double y = size + G_LESS, lost = rounding_of(size, y);
    return x < 0 ? gamma_negative(size, y, lost) : gamma_positive(size, y, lost);
}

double log_gamma_of(double x)
{
    if (!isfinite(x))
        return isnan(x) ? x : INFINITY;
    if (x == 1 || x == 2)
        return 0;
    double size = fabs(x);
    if (size < TINY)
        return -log(size);
    double found = log(lanczos_sum(size)) - G;
    found += (size - 0.5) * (log(size + G - 0.5) - 1);
    if (x < 0)
        found = LOG_OF_PI - log(fabs(sin_of_pi(size))) - log(size) - found;
    return found;
}
