/* TSVC 2.3: loop interchange. */
#include "loops.h"

LOOP void s231_loop(ROW *restrict aa, ROW *restrict bb)
{
    for (int i = 0; i < SIDE; i++)
    {
        for (int j = 1; j < SIDE; j++)
        {
            aa[j][i] = aa[j - 1][i] + bb[j][i];
        }
    }
}

float s231(const struct data *data)
{
    s231_loop(data->aa, data->bb);
    return 0;
}

LOOP void s232_loop(ROW *restrict aa, ROW *restrict bb)
{
    for (int j = 1; j < SIDE; j++)
    {
        for (int i = 1; i <= j; i++)
        {
            aa[j][i] = (aa[j][i - 1] * aa[j][i - 1]) + bb[j][i];
        }
    }
}

float s232(const struct data *data)
{
    s232_loop(data->aa, data->bb);
    return 0;
}

LOOP void s1232_loop(ROW *restrict aa, ROW *restrict bb, ROW *restrict cc)
{
    for (int j = 0; j < SIDE; j++)
    {
        for (int i = j; i < SIDE; i++)
        {
            aa[i][j] = bb[i][j] + cc[i][j];
        }
    }
}

float s1232(const struct data *data)
{
    s1232_loop(data->aa, data->bb, data->cc);
    return 0;
}

LOOP void s233_loop(ROW *restrict aa, ROW *restrict bb, ROW *restrict cc)
{
    for (int i = 1; i < SIDE; i++)
    {
        for (int j = 1; j < SIDE; j++)
        {
            aa[j][i] = aa[j - 1][i] + cc[j][i];
        }

        for (int j = 1; j < SIDE; j++)
        {
            bb[j][i] = bb[j][i - 1] + cc[j][i];
        }
    }
}

float s233(const struct data *data)
{
    s233_loop(data->aa, data->bb, data->cc);
    return 0;
}

LOOP void s2233_loop(ROW *restrict aa, ROW *restrict bb, ROW *restrict cc)
{
    for (int i = 1; i < SIDE; i++)
    {
        for (int j = 1; j < SIDE; j++)
        {
            aa[j][i] = aa[j - 1][i] + cc[j][i];
        }

        for (int j = 1; j < SIDE; j++)
        {
            bb[i][j] = bb[i - 1][j] + cc[i][j];
        }
    }
}

float s2233(const struct data *data)
{
    s2233_loop(data->aa, data->bb, data->cc);
    return 0;
}

LOOP void s235_loop(float *restrict a, const float *restrict b, const float *restrict c, ROW *restrict aa, ROW *restrict bb)
{
    for (int i = 0; i < SIDE; i++)
    {
        a[i] += b[i] * c[i];
        for (int j = 1; j < SIDE; j++)
        {
            aa[j][i] = aa[j - 1][i] + (bb[j][i] * a[i]);
        }
    }
}

float s235(const struct data *data)
{
    s235_loop(data->a, data->b, data->c, data->aa, data->bb);
    return 0;
}
