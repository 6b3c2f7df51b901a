/* Section 5, the stocks: what stocks.py does for arrays, in the same order, a block of worlds at a
   time. */

#include "stocks.h"

#define EACH_LANE for (int j = 0; j < n; j++)

/* What came `wait` to `life - 1` months before each month, and what is left of before. */
DISPATCHED static void add_up(const Stock *s, long f, long turn, long lane, int n, long months,
                              long wait, long life, double *still) {
    const long span = life - wait;
    double sum[LANES], room[2][LANES];
    for (long t = 0; t < months; t++) {
        const double *initial = row(&s->initial, t, f, turn, lane, n, room[0]);
        double *out = written(&s->out, t, f, turn, lane);
        if (t < wait || span <= 0) {
            EACH_LANE out[j] = initial[j];
            continue;
        }
        const long k = (t - wait) % span, came = t - wait;
        if (k == 0) {
            EACH_LANE sum[j] = 0.0;
            for (long i = span - 2; came && i >= 0; i--) {
                const double *flow =
                    row(&s->delivered, came - span + 1 + i, f, turn, lane, n, room[1]);
                EACH_LANE still[i * LANES + j] = sum[j] += flow[j];
            }
            EACH_LANE sum[j] = 0.0;
        }
        const double *flow = row(&s->delivered, came, f, turn, lane, n, room[1]);
        EACH_LANE sum[j] += flow[j];
        if (came >= span && k < span - 1)
            EACH_LANE out[j] = (sum[j] + still[k * LANES + j]) + initial[j];
        else
            EACH_LANE out[j] = sum[j] + initial[j];
    }
}

int add_up_all(const Stock *stock, const Worlds *worlds) {
    double *still = malloc(sizeof(double) * LANES * worlds->months);
    int n = 1;
    for (long f = 0; still && f < worlds->families; f++)
        for (long turn = 0; turn < worlds->turns; turn++)
            for (long lane = 0; lane < worlds->lanes; lane += n) {
                n = alike(&stock->life, 0, turn, lane, worlds->lanes);
                long wait = 0, life = (long)at(&stock->life, 0, 0, turn, lane);
                if (stock->wait.data) {
                    int m = alike(&stock->wait, f, turn, lane, worlds->lanes);
                    wait = (long)at(&stock->wait, 0, f, turn, lane);
                    n = m < n ? m : n;
                }
                long span = life < worlds->months + wait ? life : worlds->months + wait;
                add_up(stock, f, turn, lane, n, worlds->months, wait, span, still);
            }
    free(still);
    return !still;
}

/* What came less what has left in the order it came, or what leaves; both of one block. */
DISPATCHED static void follow(const Queued *q, long f, long turn, long lane, int n, long months,
                              double *through) {
    double room[LANES], gone_was[LANES], gone_rest_was[LANES];
    double *rest = through + (months + 1) * LANES;
    const double *first = row(&q->initial, 0, f, turn, lane, n, room);
    EACH_LANE through[j] = first[j];
    EACH_LANE rest[j] = gone_was[j] = gone_rest_was[j] = 0.0;
    for (long t = 0; t < months; t++) {
        const double *flow = row(&q->delivered, t, f, turn, lane, n, room);
        double *now = through + (t + 1) * LANES, *lost = rest + (t + 1) * LANES;
        double *was = now - LANES, *lost_was = lost - LANES;
        double *out = written(&q->out, t, f, turn, lane);
        EACH_LANE {
            double more;
            now[j] = add_exactly(was[j], flow[j], &more);
            lost[j] = lost_was[j] + more;
        }
        EACH_LANE {
            long head = *(int64_t *)place(&q->head, t, f, turn, lane + j);
            double lot = head ? at(&q->delivered, head - 1, f, turn, lane + j)
                              : at(&q->initial, 0, f, turn, lane + j);
            double gone = head ? through[(head - 1) * LANES + j] : 0.0;
            double gone_rest = (head ? rest[(head - 1) * LANES + j] : 0.0) +
                               at(&q->part, t, f, turn, lane + j) * lot;
            if (!q->leaving) out[j] = most((now[j] - gone) + (lost[j] - gone_rest), 0.0);
            else if (t == 0) out[j] = gone + gone_rest;
            else out[j] = (gone - gone_was[j]) + (gone_rest - gone_rest_was[j]);
            gone_was[j] = gone;
            gone_rest_was[j] = gone_rest;
        }
    }
}

int follow_all(const Queued *queued, const Worlds *worlds) {
    double *through = malloc(sizeof(double) * LANES * 2 * (worlds->months + 1));
    for (long f = 0; through && f < worlds->families; f++)
        for (long turn = 0; turn < worlds->turns; turn++)
            for (long lane = 0; lane < worlds->lanes; lane += LANES) {
                long left = worlds->lanes - lane;
                follow(queued, f, turn, lane, (int)(left < LANES ? left : LANES), worlds->months,
                       through);
            }
    free(through);
    return !through;
}

/* The peak that came at least so many months ago and has not left. */
DISPATCHED static void serve(const Serving *s, long f, long turn, long lane, int n, long months,
                             long wait) {
    double room[4][LANES];
    for (long t = 0; t < months; t++) {
        const long lot = t >= wait ? t - wait + 1 : 0;
        const double *come = row(&s->through, lot, f, turn, lane, n, room[0]);
        const double *lost = row(&s->through_rest, lot, f, turn, lane, n, room[1]);
        const double *gone = row(&s->gone, t, f, turn, lane, n, room[2]);
        const double *rest = row(&s->gone_rest, t, f, turn, lane, n, room[3]);
        double *out = written(&s->out, t, f, turn, lane);
        EACH_LANE out[j] = most((come[j] - gone[j]) + (lost[j] - rest[j]), 0.0);
    }
}

void serve_all(const Serving *serving, const Worlds *worlds) {
    int n = 1;
    for (long f = 0; f < worlds->families; f++)
        for (long turn = 0; turn < worlds->turns; turn++)
            for (long lane = 0; lane < worlds->lanes; lane += n) {
                n = alike(&serving->wait, f, turn, lane, worlds->lanes);
                long wait = (long)at(&serving->wait, 0, f, turn, lane);
                serve(serving, f, turn, lane, n, worlds->months, wait);
            }
}

/* Section 1: a newer generation takes over from an older one, attribute by attribute. */
DISPATCHED static void mix_in(const TakeOver *s, long t, long turn, long lane, int n) {
    double room[2][LANES], share[LANES];
    const double month = at(&s->month, 0, t, turn, lane);
    const double *available = row(&s->available, 0, 0, turn, lane, n, room[0]);
    const double *ramp = row(&s->ramp, 0, 0, turn, lane, n, room[1]);
    EACH_LANE {
        double taken = (month - (available[j] - 1)) / most(ramp[j], VANISHING);
        share[j] = least(most(taken, 0.0), 1.0);
    }
    for (long a = 0; a < s->attributes; a++) {
        const double *older = row(&s->older, a, t, turn, lane, n, room[0]);
        const double *newer = row(&s->newer, a, t, turn, lane, n, room[1]);
        double *out = written(&s->out, a, t, turn, lane);
        EACH_LANE out[j] = older[j] * (1.0 - share[j]) + newer[j] * share[j];
    }
}

void take_over_all(const TakeOver *asked, const Worlds *worlds) {
    for (long turn = 0; turn < worlds->turns; turn++)
        for (long t = 0; t < worlds->families; t++)
            for (long lane = 0; lane < worlds->lanes; lane += LANES) {
                long left = worlds->lanes - lane;
                mix_in(asked, t, turn, lane, (int)(left < LANES ? left : LANES));
            }
}

/* The sum over the families that count of a product: weights, then factors, in their order. */
DISPATCHED static void multiply(const Sum *s, long t, long turn, long lane, int n) {
    double room[LANES], part[LANES];
    double *out = written(&s->out, t, 0, turn, lane);
    for (int i = 0; i < s->families; i++) {
        long f = s->counted[i];
        const double *factor = row(&s->factors[0], t, f, turn, lane, n, room);
        EACH_LANE part[j] = factor[j];
        for (int k = 1; k < s->count; k++) {
            factor = row(&s->factors[k], t, f, turn, lane, n, room);
            EACH_LANE part[j] *= factor[j];
        }
        if (s->weight.data) {
            factor = row(&s->weight, 0, f, turn, lane, n, room);
            EACH_LANE part[j] = factor[j] * part[j];
        }
        if (i == 0) EACH_LANE out[j] = part[j];
        else EACH_LANE out[j] += part[j];
    }
}

void multiply_all(const Sum *sum, const Worlds *worlds) {
    for (long turn = 0; turn < worlds->turns; turn++)
        for (long t = 0; t < worlds->months; t++)
            for (long lane = 0; lane < worlds->lanes; lane += LANES) {
                long left = worlds->lanes - lane;
                multiply(sum, t, turn, lane, (int)(left < LANES ? left : LANES));
            }
}
