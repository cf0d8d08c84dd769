/* TSVC 2.1 and 2.2: statement reordering and loop distribution. */
#include "loops.h"

LOOP void s211_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e)
{
    for (int i = 1; i < LENGTH - 1; i++)
    {
        a[i] = b[i - 1] + (c[i] * d[i]);
        b[i] = b[i + 1] - (e[i] * d[i]);
    }
}

float s211(const struct data *data)
{
    s211_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

LOOP void s212_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d)
{
    for (int i = 0; i < LENGTH - 1; i++)
    {
        a[i] *= c[i];
        b[i] += a[i + 1] * d[i];
    }
}

float s212(const struct data *data)
{
    s212_loop(data->a, data->b, data->c, data->d);
    return 0;
}

LOOP void s1213_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d)
{
    for (int i = 1; i < LENGTH - 1; i++)
    {
        a[i] = b[i - 1] + c[i];
        b[i] = a[i + 1] * d[i];
    }
}

float s1213(const struct data *data)
{
    s1213_loop(data->a, data->b, data->c, data->d);
    return 0;
}

LOOP void s221_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d)
{
    for (int i = 1; i < LENGTH; i++)
    {
        a[i] += c[i] * d[i];
        b[i] = b[i - 1] + a[i] + d[i];
    }
}

float s221(const struct data *data)
{
    s221_loop(data->a, data->b, data->c, data->d);
    return 0;
}

LOOP void s1221_loop(float *restrict b, const float *restrict a)
{
    for (int i = 4; i < LENGTH; i++)
    {
        b[i] = b[i - 4] + a[i];
    }
}

float s1221(const struct data *data)
{
    s1221_loop(data->b, data->a);
    return 0;
}

LOOP void s222_loop(float *restrict a, float *restrict e, const float *restrict b, const float *restrict c)
{
    for (int i = 1; i < LENGTH; i++)
    {
        a[i] += b[i] * c[i];
        e[i] = e[i - 1] * e[i - 1];
        a[i] -= b[i] * c[i];
    }
}

float s222(const struct data *data)
{
    s222_loop(data->a, data->e, data->b, data->c);
    return 0;
}
