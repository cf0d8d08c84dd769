/* TSVC 2.8 to 2.11: crossing thresholds, peeling, diagonals, wavefronts. */
#include "loops.h"

LOOP void s281_loop(float *restrict a, float *restrict b, const float *restrict c)
{
    for (int i = 0; i < LENGTH; i++)
    {
        float x = a[LENGTH - i - 1] + (b[i] * c[i]);
        a[i] = x - 1;
        b[i] = x;
    }
}

float s281(const struct data *data)
{
    s281_loop(data->a, data->b, data->c);
    return 0;
}

LOOP void s1281_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e)
{
    for (int i = 0; i < LENGTH; i++)
    {
        float x = (b[i] * c[i]) + (a[i] * d[i]) + e[i];
        a[i] = x - 1;
        b[i] = x;
    }
}

float s1281(const struct data *data)
{
    s1281_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

LOOP void s291_loop(float *restrict a, const float *restrict b)
{
    int behind = LENGTH - 1;
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = (b[i] + b[behind]) * 0.5f;
        behind = i;
    }
}

float s291(const struct data *data)
{
    s291_loop(data->a, data->b);
    return 0;
}

LOOP void s292_loop(float *restrict a, const float *restrict b)
{
    int behind = LENGTH - 1;
    int further = LENGTH - 2;
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = (b[i] + b[behind] + b[further]) * 0.333f;
        further = behind;
        behind = i;
    }
}

float s292(const struct data *data)
{
    s292_loop(data->a, data->b);
    return 0;
}

LOOP void s293_loop(float *restrict a)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = a[0];
    }
}

float s293(const struct data *data)
{
    s293_loop(data->a);
    return 0;
}

LOOP void s2101_loop(ROW *restrict aa, ROW *restrict bb, ROW *restrict cc)
{
    for (int i = 0; i < SIDE; i++)
    {
        aa[i][i] += bb[i][i] * cc[i][i];
    }
}

float s2101(const struct data *data)
{
    s2101_loop(data->aa, data->bb, data->cc);
    return 0;
}

LOOP void s2102_loop(ROW *restrict aa)
{
    for (int i = 0; i < SIDE; i++)
    {
        for (int j = 0; j < SIDE; j++)
        {
            aa[j][i] = 0;
        }

        aa[i][i] = 1;
    }
}

float s2102(const struct data *data)
{
    s2102_loop(data->aa);
    return 0;
}

LOOP void s2111_loop(ROW *restrict aa)
{
    for (int j = 1; j < SIDE; j++)
    {
        for (int i = 1; i < SIDE; i++)
        {
            aa[j][i] = (aa[j][i - 1] + aa[j - 1][i]) / 1.9f;
        }
    }
}

float s2111(const struct data *data)
{
    s2111_loop(data->aa);
    return 0;
}
