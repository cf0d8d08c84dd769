/* TSVC 2.5 and 2.6: scalar and array expansion, scalar renaming. */
#include "loops.h"

LOOP void s251_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d)
{
    for (int i = 0; i < LENGTH; i++)
    {
        float s = b[i] + (c[i] * d[i]);
        a[i] = s * s;
    }
}

float s251(const struct data *data)
{
    s251_loop(data->a, data->b, data->c, data->d);
    return 0;
}

LOOP void s1251_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e)
{
    for (int i = 0; i < LENGTH; i++)
    {
        float s = b[i] + c[i];
        b[i] = a[i] + d[i];
        a[i] = s * e[i];
    }
}

float s1251(const struct data *data)
{
    s1251_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

LOOP void s2251_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e)
{
    float s = 0;
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = s * e[i];
        s = b[i] + c[i];
        b[i] = a[i] + d[i];
    }
}

float s2251(const struct data *data)
{
    s2251_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

LOOP void s3251_loop(float *restrict a, float *restrict b, float *restrict d, const float *restrict c, const float *restrict e)
{
    for (int i = 0; i < LENGTH - 1; i++)
    {
        a[i + 1] = b[i] + c[i];
        b[i] = c[i] * e[i];
        d[i] = a[i] * e[i];
    }
}

float s3251(const struct data *data)
{
    s3251_loop(data->a, data->b, data->d, data->c, data->e);
    return 0;
}

LOOP void s252_loop(float *restrict a, const float *restrict b, const float *restrict c)
{
    float t = 0;
    for (int i = 0; i < LENGTH; i++)
    {
        float s = b[i] * c[i];
        a[i] = s + t;
        t = s;
    }
}

float s252(const struct data *data)
{
    s252_loop(data->a, data->b, data->c);
    return 0;
}

LOOP void s253_loop(float *restrict a, float *restrict c, const float *restrict b, const float *restrict d)
{
    for (int i = 0; i < LENGTH; i++)
    {
        if (a[i] > b[i])
        {
            float s = a[i] - (b[i] * d[i]);
            c[i] += s;
            a[i] = s;
        }
    }
}

float s253(const struct data *data)
{
    s253_loop(data->a, data->c, data->b, data->d);
    return 0;
}

LOOP void s254_loop(float *restrict a, const float *restrict b)
{
    float x = b[LENGTH - 1];
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = (b[i] + x) * 0.5f;
        x = b[i];
    }
}

float s254(const struct data *data)
{
    s254_loop(data->a, data->b);
    return 0;
}

LOOP void s255_loop(float *restrict a, const float *restrict b)
{
    float x = b[LENGTH - 1];
    float y = b[LENGTH - 2];
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = (b[i] + x + y) * 0.333f;
        y = x;
        x = b[i];
    }
}

float s255(const struct data *data)
{
    s255_loop(data->a, data->b);
    return 0;
}

LOOP void s256_loop(float *restrict a, const float *restrict d, ROW *restrict aa, ROW *restrict bb)
{
    for (int i = 0; i < SIDE; i++)
    {
        for (int j = 1; j < SIDE; j++)
        {
            a[j] = 1 - a[j - 1];
            aa[j][i] = a[j] + (bb[j][i] * d[j]);
        }
    }
}

float s256(const struct data *data)
{
    s256_loop(data->a, data->d, data->aa, data->bb);
    return 0;
}

LOOP void s257_loop(float *restrict a, ROW *restrict aa, ROW *restrict bb)
{
    for (int i = 1; i < SIDE; i++)
    {
        for (int j = 0; j < SIDE; j++)
        {
            a[i] = aa[j][i] - a[i - 1];
            aa[j][i] = a[i] + bb[j][i];
        }
    }
}

float s257(const struct data *data)
{
    s257_loop(data->a, data->aa, data->bb);
    return 0;
}

LOOP void s258_loop(float *restrict b, float *restrict e, const float *restrict a, const float *restrict c, const float *restrict d, ROW *restrict aa)
{
    float s = 0;
    for (int i = 0; i < SIDE; i++)
    {
        if (a[i] > 0)
        {
            s = d[i] * d[i];
        }

        b[i] = (s * c[i]) + d[i];
        e[i] = (s + 1) * aa[0][i];
    }
}

float s258(const struct data *data)
{
    s258_loop(data->b, data->e, data->a, data->c, data->d, data->aa);
    return 0;
}

LOOP void s261_loop(float *restrict a, float *restrict c, const float *restrict b, const float *restrict d)
{
    for (int i = 1; i < LENGTH; i++)
    {
        float t = a[i] + b[i];
        a[i] = t + c[i - 1];
        t = c[i] * d[i];
        c[i] = t;
    }
}

float s261(const struct data *data)
{
    s261_loop(data->a, data->c, data->b, data->d);
    return 0;
}
