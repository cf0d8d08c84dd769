/* TSVC 1.1: linear dependence. */
#include "loops.h"

LOOP void s000_loop(float *restrict a, const float *restrict b)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = b[i] + 1;
    }
}

float s000(const struct data *data)
{
    s000_loop(data->a, data->b);
    return 0;
}

LOOP void s111_loop(float *restrict a, const float *restrict b)
{
    for (int i = 1; i < LENGTH; i += 2)
    {
        a[i] = a[i - 1] + b[i];
    }
}

float s111(const struct data *data)
{
    s111_loop(data->a, data->b);
    return 0;
}

LOOP void s1111_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d)
{
    for (int i = 0; i < LENGTH / 2; i++)
    {
        a[2 * i] = (c[i] * b[i]) + (d[i] * b[i]) + (c[i] * c[i]) + (d[i] * b[i]) + (d[i] * c[i]);
    }
}

float s1111(const struct data *data)
{
    s1111_loop(data->a, data->b, data->c, data->d);
    return 0;
}

LOOP void s112_loop(float *restrict a, const float *restrict b)
{
    for (int i = LENGTH - 2; i >= 0; i--)
    {
        a[i + 1] = a[i] + b[i];
    }
}

float s112(const struct data *data)
{
    s112_loop(data->a, data->b);
    return 0;
}

LOOP void s1112_loop(float *restrict a, const float *restrict b)
{
    for (int i = LENGTH - 1; i >= 0; i--)
    {
        a[i] = b[i] + 1;
    }
}

float s1112(const struct data *data)
{
    s1112_loop(data->a, data->b);
    return 0;
}

LOOP void s113_loop(float *restrict a, const float *restrict b)
{
    for (int i = 1; i < LENGTH; i++)
    {
        a[i] = a[0] + b[i];
    }
}

float s113(const struct data *data)
{
    s113_loop(data->a, data->b);
    return 0;
}

LOOP void s1113_loop(float *restrict a, const float *restrict b)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = a[LENGTH / 2] + b[i];
    }
}

float s1113(const struct data *data)
{
    s1113_loop(data->a, data->b);
    return 0;
}

LOOP void s114_loop(ROW *restrict aa, ROW *restrict bb)
{
    for (int i = 0; i < SIDE; i++)
    {
        for (int j = 0; j < i; j++)
        {
            aa[i][j] = aa[j][i] + bb[i][j];
        }
    }
}

float s114(const struct data *data)
{
    s114_loop(data->aa, data->bb);
    return 0;
}

LOOP void s115_loop(float *restrict a, ROW *restrict aa)
{
    for (int j = 0; j < SIDE; j++)
    {
        for (int i = j + 1; i < SIDE; i++)
        {
            a[i] -= aa[j][i] * a[j];
        }
    }
}

float s115(const struct data *data)
{
    s115_loop(data->a, data->aa);
    return 0;
}

LOOP void s1115_loop(ROW *restrict aa, ROW *restrict bb, ROW *restrict cc)
{
    for (int i = 0; i < SIDE; i++)
    {
        for (int j = 0; j < SIDE; j++)
        {
            aa[i][j] = (aa[i][j] * cc[j][i]) + bb[i][j];
        }
    }
}

float s1115(const struct data *data)
{
    s1115_loop(data->aa, data->bb, data->cc);
    return 0;
}

LOOP void s116_loop(float *restrict a)
{
    for (int i = 0; i < LENGTH - 5; i += 5)
    {
        a[i] = a[i + 1] * a[i];
        a[i + 1] = a[i + 2] * a[i + 1];
        a[i + 2] = a[i + 3] * a[i + 2];
        a[i + 3] = a[i + 4] * a[i + 3];
        a[i + 4] = a[i + 5] * a[i + 4];
    }
}

float s116(const struct data *data)
{
    s116_loop(data->a);
    return 0;
}

LOOP void s118_loop(float *restrict a, ROW *restrict bb)
{
    for (int i = 1; i < SIDE; i++)
    {
        for (int j = 0; j <= i - 1; j++)
        {
            a[i] += bb[j][i] * a[i - j - 1];
        }
    }
}

float s118(const struct data *data)
{
    s118_loop(data->a, data->bb);
    return 0;
}

LOOP void s119_loop(ROW *restrict aa, ROW *restrict bb)
{
    for (int i = 1; i < SIDE; i++)
    {
        for (int j = 1; j < SIDE; j++)
        {
            aa[i][j] = aa[i - 1][j - 1] + bb[i][j];
        }
    }
}

float s119(const struct data *data)
{
    s119_loop(data->aa, data->bb);
    return 0;
}

LOOP void s1119_loop(ROW *restrict aa, ROW *restrict bb)
{
    for (int i = 1; i < SIDE; i++)
    {
        for (int j = 0; j < SIDE; j++)
        {
            aa[i][j] = aa[i - 1][j] + bb[i][j];
        }
    }
}

float s1119(const struct data *data)
{
    s1119_loop(data->aa, data->bb);
    return 0;
}
