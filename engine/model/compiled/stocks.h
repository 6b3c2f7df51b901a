/* What stocks and sums over families are made of; axes and units as in stocks.py. */

#ifndef HEADROOM_STOCKS_H
#define HEADROOM_STOCKS_H

#include "buying.h"

#define MOST_FACTORS 4
#define MOST_COUNTED 64

typedef struct {
    Array out, delivered, initial, life, wait;
} Stock;

typedef struct {
    Array out, delivered, initial, head, part;
    int leaving; /* what leaves in each month, or what is left after it */
} Queued;

typedef struct {
    Array out, through, through_rest, gone, gone_rest, wait;
} Serving;

typedef struct {
    Array out, older, newer; /* by attribute and month */
    Array month, available, ramp;
    long attributes;
} TakeOver;

typedef struct {
    Array out, weight, factors[MOST_FACTORS];
    int count, families;
    long counted[MOST_COUNTED];
} Sum;

int add_up_all(const Stock *stock, const Worlds *worlds);
int follow_all(const Queued *queued, const Worlds *worlds);
void serve_all(const Serving *serving, const Worlds *worlds);
void take_over_all(const TakeOver *asked, const Worlds *worlds);
void multiply_all(const Sum *sum, const Worlds *worlds);

#endif
