/* TSVC 3.1: reductions. */
#include "loops.h"

static float sumoffour(const float *restrict a);

LOOP float s311_loop(const float *restrict a)
{
    float sum = 0;
    for (int i = 0; i < LENGTH; i++)
    {
        sum += a[i];
    }

    return sum;
}

float s311(const struct data *data)
{
    return s311_loop(data->a);
}

LOOP float s31111_loop(const float *restrict a)
{
    float sum = 0;
    sum += sumoffour(a);
    sum += sumoffour(a + 4);
    sum += sumoffour(a + 8);
    sum += sumoffour(a + 12);
    sum += sumoffour(a + 16);
    sum += sumoffour(a + 20);
    sum += sumoffour(a + 24);
    sum += sumoffour(a + 28);
    return sum;
}

float s31111(const struct data *data)
{
    return s31111_loop(data->a);
}

static float sumoffour(const float *restrict a)
{
    float s = 0;
    for (int i = 0; i < 4; i++)
    {
        s += a[i];
    }

    return s;
}

LOOP float s312_loop(const float *restrict a)
{
    float product = 1;
    for (int i = 0; i < LENGTH; i++)
    {
        product *= a[i];
    }

    return product;
}

float s312(const struct data *data)
{
    return s312_loop(data->a);
}

LOOP float s313_loop(const float *restrict a, const float *restrict b)
{
    float dot = 0;
    for (int i = 0; i < LENGTH; i++)
    {
        dot += a[i] * b[i];
    }

    return dot;
}

float s313(const struct data *data)
{
    return s313_loop(data->a, data->b);
}

LOOP float s314_loop(const float *restrict a)
{
    float x = a[0];
    for (int i = 0; i < LENGTH; i++)
    {
        if (a[i] > x)
        {
            x = a[i];
        }
    }

    return x;
}

float s314(const struct data *data)
{
    return s314_loop(data->a);
}

LOOP float s315_loop(const float *restrict a)
{
    float x = a[0];
    int index = 0;
    for (int i = 0; i < LENGTH; i++)
    {
        if (a[i] > x)
        {
            x = a[i];
            index = i;
        }
    }

    return x + index;
}

float s315(const struct data *data)
{
    return s315_loop(data->a);
}

LOOP float s316_loop(const float *restrict a)
{
    float x = a[0];
    for (int i = 1; i < LENGTH; i++)
    {
        if (a[i] < x)
        {
            x = a[i];
        }
    }

    return x;
}

float s316(const struct data *data)
{
    return s316_loop(data->a);
}

LOOP float s317_loop(int n)
{
    float q = 1;
    for (int i = 0; i < n / 2; i++)
    {
        q *= 0.99f;
    }

    return q;
}

float s317(const struct data *data)
{
    return s317_loop(LENGTH);
}

LOOP float s318_loop(const float *restrict a, int inc)
{
    int k = 0;
    int index = 0;
    float max = fabsf(a[0]);
    k += inc;
    for (int i = 1; i < LENGTH; i++)
    {
        if (fabsf(a[k]) > max)
        {
            index = i;
            max = fabsf(a[k]);
        }

        k += inc;
    }

    return max + index;
}

float s318(const struct data *data)
{
    return s318_loop(data->a, 1);
}

LOOP float s319_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e)
{
    float sum = 0;
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = c[i] + d[i];
        sum += a[i];
        b[i] = c[i] + e[i];
        sum += b[i];
    }

    return sum;
}

float s319(const struct data *data)
{
    return s319_loop(data->a, data->b, data->c, data->d, data->e);
}

LOOP float s3110_loop(ROW *restrict aa)
{
    float max = aa[0][0];
    int x = 0;
    int y = 0;
    for (int i = 0; i < SIDE; i++)
    {
        for (int j = 0; j < SIDE; j++)
        {
            if (aa[i][j] > max)
            {
                max = aa[i][j];
                x = i;
                y = j;
            }
        }
    }

    return max + x + y;
}

float s3110(const struct data *data)
{
    return s3110_loop(data->aa);
}

LOOP float s13110_loop(ROW *restrict aa)
{
    float max = aa[0][0];
    int x = 0;
    int y = 0;
    for (int i = 0; i < SIDE; i++)
    {
        for (int j = 0; j < SIDE; j++)
        {
            if (aa[i][j] > max)
            {
                max = aa[i][j];
                x = i;
                y = j;
            }
        }
    }

    return max + (x + 1) + (y + 1);
}

float s13110(const struct data *data)
{
    return s13110_loop(data->aa);
}

LOOP float s3111_loop(const float *restrict a)
{
    float sum = 0;
    for (int i = 0; i < LENGTH; i++)
    {
        if (a[i] > 0)
        {
            sum += a[i];
        }
    }

    return sum;
}

float s3111(const struct data *data)
{
    return s3111_loop(data->a);
}

LOOP float s3112_loop(float *restrict b, const float *restrict a)
{
    float sum = 0;
    for (int i = 0; i < LENGTH; i++)
    {
        sum += a[i];
        b[i] = sum;
    }

    return sum;
}

float s3112(const struct data *data)
{
    return s3112_loop(data->b, data->a);
}

LOOP float s3113_loop(const float *restrict a)
{
    float max = fabsf(a[0]);
    for (int i = 0; i < LENGTH; i++)
    {
        if (fabsf(a[i]) > max)
        {
            max = fabsf(a[i]);
        }
    }

    return max;
}

float s3113(const struct data *data)
{
    return s3113_loop(data->a);
}
