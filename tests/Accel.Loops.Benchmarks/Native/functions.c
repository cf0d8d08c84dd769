/* One function of each number; gcc with -ffast-math calls the vector forms of glibc's libmvec. Arguments as in FunctionKernels.cs. */
#include <math.h>

extern double exp10(double);
extern float exp10f(float);

#if defined(__AVX512F__) && defined(__GNUC__) && !defined(__clang__)
#define WIDE __attribute__((target("prefer-vector-width=512")))
#else
#define WIDE
#endif

#define ONE(name) \
    WIDE void name##_double(const double *restrict x, double *restrict y, int n) { for (int i = 0; i < n; i++) y[i] = name(x[i]); } \
    WIDE void name##_single(const float *restrict x, float *restrict y, int n) { for (int i = 0; i < n; i++) y[i] = name##f(x[i]); }

#define TWO(name) \
    WIDE void name##_double(const double *restrict x, double *restrict y, int n) { for (int i = 0; i < n; i++) y[i] = name(x[i], 1.5 - x[i]); } \
    WIDE void name##_single(const float *restrict x, float *restrict y, int n) { for (int i = 0; i < n; i++) y[i] = name##f(x[i], 1.5f - x[i]); }

ONE(exp)
ONE(exp2)
ONE(exp10)
ONE(expm1)
ONE(log)
ONE(log2)
ONE(log10)
ONE(log1p)
ONE(sin)
ONE(cos)
ONE(tan)
ONE(asin)
ONE(acos)
ONE(atan)
ONE(sinh)
ONE(cosh)
ONE(tanh)
ONE(asinh)
ONE(acosh)
ONE(atanh)
ONE(cbrt)
ONE(erf)
ONE(erfc)
TWO(pow)
TWO(atan2)
TWO(hypot)
