/* TSVC 1.6 and 1.7: control flow and symbolics. */
#include "loops.h"

LOOP void s161_loop(float *restrict a, float *restrict c, const float *restrict b, const float *restrict d, const float *restrict e)
{
    for (int i = 0; i < LENGTH - 1; i++)
    {
        if (b[i] < 0)
        {
            c[i + 1] = a[i] + (d[i] * d[i]);
        }
        else
        {
            a[i] = c[i] + (d[i] * e[i]);
        }
    }
}

float s161(const struct data *data)
{
    s161_loop(data->a, data->c, data->b, data->d, data->e);
    return 0;
}

LOOP void s1161_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e)
{
    for (int i = 0; i < LENGTH - 1; i++)
    {
        if (c[i] < 0)
        {
            b[i] = a[i] + (d[i] * d[i]);
        }
        else
        {
            a[i] = c[i] + (d[i] * e[i]);
        }
    }
}

float s1161(const struct data *data)
{
    s1161_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

LOOP void s162_loop(float *restrict a, const float *restrict b, const float *restrict c, int k)
{
    if (k > 0)
    {
        for (int i = 0; i < LENGTH - 1; i++)
        {
            a[i] = a[i + k] + (b[i] * c[i]);
        }
    }
}

float s162(const struct data *data)
{
    s162_loop(data->a, data->b, data->c, 1);
    return 0;
}

LOOP void s171_loop(float *restrict a, const float *restrict b, int inc)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i * inc] += b[i];
    }
}

float s171(const struct data *data)
{
    s171_loop(data->a, data->b, 1);
    return 0;
}

LOOP void s172_loop(float *restrict a, const float *restrict b, int first, int step)
{
    for (int i = first - 1; i < LENGTH; i += step)
    {
        a[i] += b[i];
    }
}

float s172(const struct data *data)
{
    s172_loop(data->a, data->b, 1, 1);
    return 0;
}

LOOP void s173_loop(float *restrict a, const float *restrict b)
{
    int k = LENGTH / 2;
    for (int i = 0; i < LENGTH / 2; i++)
    {
        a[i + k] = a[i] + b[i];
    }
}

float s173(const struct data *data)
{
    s173_loop(data->a, data->b);
    return 0;
}

LOOP void s174_loop(float *restrict a, const float *restrict b, int m)
{
    for (int i = 0; i < m; i++)
    {
        a[i + m] = a[i] + b[i];
    }
}

float s174(const struct data *data)
{
    s174_loop(data->a, data->b, LENGTH / 2);
    return 0;
}

LOOP void s175_loop(float *restrict a, const float *restrict b, int inc)
{
    for (int i = 0; i < LENGTH - 1; i += inc)
    {
        a[i] = a[i + inc] + b[i];
    }
}

float s175(const struct data *data)
{
    s175_loop(data->a, data->b, 1);
    return 0;
}

LOOP void s176_loop(float *restrict a, const float *restrict b, const float *restrict c)
{
    int m = LENGTH / 2;
    for (int j = 0; j < LENGTH / 2; j++)
    {
        for (int i = 0; i < m; i++)
        {
            a[i] += b[i + m - j - 1] * c[j];
        }
    }
}

float s176(const struct data *data)
{
    s176_loop(data->a, data->b, data->c);
    return 0;
}
