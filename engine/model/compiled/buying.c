/* Section 5, steps 1 to 8, of blocks of worlds: what buying.py and repowering.py do for arrays.

   The steps and their order are theirs, so that both give the same bits. `r` counts rows: power,
   then the peak of each family. */

#include "buying.h"

enum { POWER = 0 };

typedef struct {
    const Plan *plan;
    const Bought *bought;
    const Removed *removed;
    long months, families, turn, lane, life;
    int n;
    /* rows of lanes */
    double *left, *since, *still;             /* [1 + family], [1 + family], [life][1 + family] */
    double *room_of_rows;                     /* for inputs that are alike in all lanes */
    double *own, *taken, *wanted, *power, *leaving, *old, *rest;
    const double **use, **peak, **mix, **supplied, **firm, **may;
} Block;

#define ROW(base, index) ((base) + (size_t)(index) * LANES)
#define EACH_LANE for (int j = 0; j < n; j++)

/* Where nothing leaves but by age. What is alive of the block of one life before is in `still`. */
INLINE void begin_by_age(Block *b, long t) {
    const long rows = 1 + b->families, life = b->life;
    const int n = b->n;
    if (t && t % life == 0) {
        for (long r = 0; r < rows; r++) {
            double sum[LANES];
            EACH_LANE sum[j] = ROW(b->since, r)[j] = ROW(b->still, (life - 1) * rows + r)[j] = 0.0;
            for (long i = life - 2; i >= 0; i--) {
                const double *came =
                    written(&b->bought->entered, t - life + 1 + i, r, b->turn, b->lane);
                double *still = ROW(b->still, i * rows + r);
                EACH_LANE still[j] = sum[j] += came[j];
            }
        }
    }
    double room[2][LANES], initial[LANES];
    const double *alive = row(&b->plan->initial_alive, t, 0, b->turn, b->lane, n, room[0]);
    for (long f = 0; f < b->families; f++) {
        const double *watts = row(&b->plan->initial_watts, 0, f, b->turn, b->lane, n, room[1]);
        if (f == 0) EACH_LANE initial[j] = watts[j];
        else EACH_LANE initial[j] += watts[j];
    }
    const double *limit = row(&b->plan->it_limit, t, 0, b->turn, b->lane, n, room[1]);
    EACH_LANE b->left[j] = limit[j] - initial[j] * alive[j];
    for (long f = 0; f < b->families; f++) {
        const double *peak = row(&b->plan->initial_peak, 0, f, b->turn, b->lane, n, room[1]);
        double *left = ROW(b->left, 1 + f);
        EACH_LANE left[j] = -peak[j] * alive[j];
    }
    for (long r = 0; r < rows; r++) {
        double *left = ROW(b->left, r), *since = ROW(b->since, r);
        if (t >= life) {
            double *still = ROW(b->still, (t % life) * rows + r);
            EACH_LANE left[j] = (left[j] - still[j]) - since[j];
        } else {
            EACH_LANE left[j] = left[j] - since[j];
        }
    }
}

/* A family's queue of lots in one lane; lot 0 is the initial fleet, lot v + 1 that of month v. */
typedef struct {
    Block *b;
    long f, lane, head, stop; /* the first lot that is not gone, and that is good enough to stay */
    int j, improves;          /* whether no lot is worse than the one before */
    double within, next, next_worth; /* power of that lot that has left; its power and worth */
    double gone, gone_rest, peak_gone, peak_gone_rest, peak_rest;
} Queue;

INLINE double lot(const Queue *q, long v) {
    const Block *b = q->b;
    return v ? at(&b->bought->got, v - 1, q->f, b->turn, q->lane)
             : at(&b->plan->initial_watts, 0, q->f, b->turn, q->lane);
}

INLINE double worth(const Queue *q, long v) {
    return at(&q->b->plan->peak_per_watt, v ? v - 1 : 0, q->f, q->b->turn, q->lane);
}

INLINE double through(const Array *sums, const Queue *q, long v) {
    return at(sums, v, q->f, q->b->turn, q->lane);
}

INLINE double watts_rest(const Queue *q, long v) {
    return ROW(q->b->rest, v * q->b->families + q->f)[q->j];
}

/* See what stands at the head, and what has left before it. */
INLINE void look_back(Queue *q, long t) {
    const Removed *removed = q->b->removed;
    const long last = q->head - 1;
    q->next = q->head <= t ? lot(q, q->head) : 0.0; /* what the month brings is not there yet */
    q->next_worth = worth(q, q->head);
    q->gone = q->head ? through(&removed->watts_through, q, last) : 0.0;
    q->gone_rest = q->head ? watts_rest(q, last) : 0.0;
    q->peak_gone = q->head ? through(&removed->peak_through, q, last) : 0.0;
    q->peak_gone_rest = q->head ? through(&removed->peak_through_rest, q, last) : 0.0;
}

/* Move the head over the lots that are gone. */
INLINE void advance(Queue *q, long t) {
    const long was = q->head;
    while (q->head <= t && q->within >= q->next) {
        q->within -= q->next;
        q->head++;
        q->next = q->head <= t ? lot(q, q->head) : 0.0;
    }
    if (q->head != was) look_back(q, t);
    q->peak_rest = q->peak_gone_rest + q->within * q->next_worth;
}

INLINE double watts_alive(const Queue *q, long v) {
    return ((through(&q->b->removed->watts_through, q, v) - q->gone) +
            (watts_rest(q, v) - q->gone_rest)) - q->within;
}

INLINE double peak_alive(const Queue *q, long v) {
    return (through(&q->b->removed->peak_through, q, v) - q->peak_gone) +
           (through(&q->b->removed->peak_through_rest, q, v) - q->peak_rest);
}

/* Power of the lots before the first that is good enough to stay. */
INLINE double old_power(Queue *q, long t, double use, double good) {
    if (q->improves) {
        while (q->stop <= t && worth(q, q->stop) * use < good) q->stop++;
        while (q->stop && worth(q, q->stop - 1) * use >= good) q->stop--;
        return q->stop ? most(watts_alive(q, q->stop - 1), 0.0) : 0.0;
    }
    double before = 0.0;
    for (long v = q->head; v <= t; v++) {
        double power = most(watts_alive(q, v), 0.0);
        if (power > before && worth(q, v) * use >= good) break;
        before = power;
    }
    return before;
}

INLINE void begin_queues(Block *b, Queue *queues) {
    const int n = b->n;
    for (long f = 0; f < b->families; f++) {
        EACH_LANE {
            Queue *q = &queues[f * LANES + j];
            *q = (Queue){.b = b, .f = f, .lane = b->lane + j, .j = j, .improves = 1};
            ROW(b->rest, f)[j] = 0.0;
            *written(&b->removed->watts_through, 0, f, b->turn, q->lane) = lot(q, 0);
            *written(&b->removed->peak_through, 0, f, b->turn, q->lane) =
                at(&b->plan->initial_peak, 0, f, b->turn, q->lane);
            *written(&b->removed->peak_through_rest, 0, f, b->turn, q->lane) = 0.0;
            look_back(q, 0);
        }
        for (long v = 1; v < b->months; v++)
            EACH_LANE queues[f * LANES + j].improves &=
                worth(&queues[f * LANES + j], v) <= worth(&queues[f * LANES + j], v + 1);
    }
}

INLINE void leave_by_age(Block *b, Queue *queues, long t) {
    for (int j = 0; j < b->n; j++) b->power[j] = 0.0;
    for (long f = 0; f < b->families; f++)
        for (int j = 0; j < b->n; j++) {
            Queue *q = &queues[f * LANES + j];
            const long life = b->life, youngest = t >= life ? t - life + 2 : 0;
            if (t && q->head == 0)
                q->within = least(q->within + lot(q, 0) / life, lot(q, 0));
            if (q->head < youngest) {
                q->head = youngest;
                q->within = 0.0;
                look_back(q, t);
            }
            advance(q, t);
            double alive = watts_alive(q, t);
            b->power[j] = f ? b->power[j] + alive : alive;
            ROW(b->left, 1 + f)[j] = -peak_alive(q, t);
        }
    for (int j = 0; j < b->n; j++)
        b->left[j] = at(&b->plan->it_limit, t, 0, b->turn, b->lane + j) - b->power[j];
}

/* Step 4: how much old power may make way in each lane. */
INLINE void may_leave(Block *b, Queue *queues, long t, const double *good) {
    const Plan *plan = b->plan;
    for (int j = 0; j < b->n; j++) {
        long lane = b->lane + j;
        double limit = at(&plan->it_limit, t, 0, b->turn, lane), wanted = b->wanted[j];
        double room = most(b->left[POWER * LANES + j], 0.0), asked = 0.0, all_old = 0.0;
        b->leaving[j] = 0.0;
        if (t < at(&plan->begins, 0, 0, b->turn, lane) ||
            !(at(&plan->threshold, 0, 0, b->turn, lane) > 0) ||
            b->power[j] > limit * (1 + REPOWERING_TOLERANCE))
            continue;
        for (long f = 0; f < b->families; f++)
            asked += least(b->mix[f][j] * wanted, b->supplied[f][j]);
        asked = least(asked, wanted);
        if (plan->budget.data) asked = least(asked, at(&plan->budget, t, 0, b->turn, lane));
        asked = least(asked - room, at(&plan->most_per_month, 0, 0, b->turn, lane) * b->power[j]);
        if (!(asked > 0)) continue;
        for (long f = 0; f < b->families; f++) {
            double old = old_power(&queues[f * LANES + j], t, b->use[f][j], good[j]);
            ROW(b->old, f)[j] = old;
            all_old += old;
        }
        b->leaving[j] = most(least(asked, all_old), 0.0);
    }
}

/* Take old chips out, oldest first: no more than was bought beyond what there was room for. */
INLINE void make_way(Block *b, Queue *queues, long t, const double *got) {
    for (int j = 0; j < b->n; j++) {
        double x = b->leaving[j], room = most(b->left[j], 0.0), all_old = 0.0;
        if (!x) continue;
        double y = b->leaving[j] = least(x, most(got[j] - room, 0.0));
        for (long f = 0; f < b->families; f++) all_old += ROW(b->old, f)[j];
        double share = y / most(all_old, VANISHING);
        for (long f = 0; f < b->families; f++) {
            Queue *q = &queues[f * LANES + j];
            q->within += ROW(b->old, f)[j] * share;
            advance(q, t);
            ROW(b->left, 1 + f)[j] = -peak_alive(q, t);
        }
    }
}

/* Add a month's deliveries to the queues, and write down what has left by now. */
INLINE void enter_queues(Block *b, Queue *queues, long t) {
    const Removed *removed = b->removed;
    const int n = b->n;
    for (long f = 0; f < b->families; f++) {
#define OUT(name) double *name = written(&removed->name, t, f, b->turn, b->lane)
        OUT(part); OUT(watts_alive); OUT(peak_alive);
        OUT(peak_rest); OUT(peak_of_lots);
#undef OUT
#define SUMS(name, v) written(&removed->name, v, f, b->turn, b->lane)
        const double *got = written(&b->bought->got, t, f, b->turn, b->lane);
        const double *entered = written(&b->bought->entered, t, 1 + f, b->turn, b->lane);
        const double *watts_was = SUMS(watts_through, t), *peak_was = SUMS(peak_through, t);
        const double *peak_lost = SUMS(peak_through_rest, t);
        const double *rest_was = ROW(b->rest, t * b->families + f);
        double *watts_now = SUMS(watts_through, t + 1), *peak_now = SUMS(peak_through, t + 1);
        double *peak_lost_now = SUMS(peak_through_rest, t + 1);
#undef SUMS
        double *rest_now = ROW(b->rest, (t + 1) * b->families + f);
        int64_t *head = (int64_t *)written(&removed->head, t, f, b->turn, b->lane);
        EACH_LANE {
            double lost;
            watts_now[j] = add_exactly(watts_was[j], got[j], &lost);
            rest_now[j] = rest_was[j] + lost;
            peak_now[j] = add_exactly(peak_was[j], entered[j], &lost);
            peak_lost_now[j] = peak_lost[j] + lost;
        }
        EACH_LANE {
            Queue *q = &queues[f * LANES + j];
            double within = q->within;
            if (q->head > t) q->next = got[j];
            head[j] = q->head;
            part[j] = least(within / most(q->next, VANISHING), 1.0);
            peak_rest[j] = q->peak_rest;
            peak_of_lots[j] = q->peak_gone;
            double alive = (watts_now[j] - q->gone) + (rest_now[j] - q->gone_rest) - within;
            watts_alive[j] = most(alive, 0.0);
            alive = (peak_now[j] - q->peak_gone) + (peak_lost_now[j] - q->peak_rest);
            peak_alive[j] = most(alive, 0.0);
        }
    }
}

/* Steps 2 and 3: the watts that would bring mature capacity up to the target. */
INLINE void want(Block *b, const double *target, const double *per_capacity, double *wanted) {
    const int n = b->n;
    double sum[LANES];
    for (long f = 0; f < b->families; f++) {
        const double *use = b->use[f], *left = ROW(b->left, 1 + f);
        if (f == 0) EACH_LANE sum[j] = use[j] * per_capacity[j] * left[j];
        else EACH_LANE sum[j] += use[j] * per_capacity[j] * left[j];
    }
    EACH_LANE wanted[j] = most(sum[j] + target[j] * per_capacity[j], 0.0);
}

/* Steps 5 to 7: what is got of each family; what must be taken comes first, as far as power goes.
   `room` is changed. */
INLINE void order(Block *b, long t, const double *wanted, const double *room) {
    const Plan *plan = b->plan;
    const Bought *bought = b->bought;
    const int n = b->n, firm = bought->taken.data != NULL;
    double power_of[LANES], must[LANES], w1[LANES], w2[LANES], sum[LANES], lendable[LANES];
    double scale[LANES], room_for[LANES];
    if (firm) {
        EACH_LANE must[j] = 0.0;
        for (long f = 0; f < b->families; f++) EACH_LANE must[j] += b->firm[f][j];
        EACH_LANE power_of[j] = least(room[j] / most(must[j], VANISHING), 1.0);
        EACH_LANE must[j] *= power_of[j];
        EACH_LANE w1[j] = w2[j] = most(least(wanted[j], room[j]), must[j]);
    } else {
        EACH_LANE must[j] = 0.0;
        EACH_LANE w1[j] = w2[j] = least(wanted[j], room[j]);
    }
    if (plan->budget.data) {
        const double *budget = row(&plan->budget, t, 0, b->turn, b->lane, n, room_for);
        EACH_LANE w2[j] = most(least(w2[j], budget[j]), must[j]);
    }
    double *within_power = written(&bought->within_power, t, 0, b->turn, b->lane);
    double *within_budget = written(&bought->within_budget, t, 0, b->turn, b->lane);
    EACH_LANE within_power[j] = w1[j];
    EACH_LANE within_budget[j] = w2[j];
    if (firm) {
        EACH_LANE sum[j] = 0.0;
        for (long f = 0; f < b->families; f++) {
            double *taken = written(&bought->taken, t, f, b->turn, b->lane), *own = ROW(b->own, f);
            const double *signed_for = b->firm[f], *mix = b->mix[f];
            EACH_LANE taken[j] = signed_for[j] * power_of[j];
            EACH_LANE own[j] = most(mix[j] * w2[j] - taken[j], 0.0);
            EACH_LANE sum[j] += own[j];
        }
        EACH_LANE scale[j] = least((w2[j] - must[j]) / most(sum[j], VANISHING), 1.0);
    }
    EACH_LANE sum[j] = lendable[j] = 0.0;
    for (long f = 0; f < b->families; f++) {
        double *own = ROW(b->own, f), *lend = ROW(b->taken, f);
        const double *supplied = b->supplied[f], *mix = b->mix[f];
        if (firm) {
            const double *taken = written(&bought->taken, t, f, b->turn, b->lane);
            EACH_LANE own[j] = least(taken[j] + own[j] * scale[j], supplied[j]);
        } else {
            EACH_LANE own[j] = least(mix[j] * w2[j], supplied[j]);
        }
        if (plan->may.data) { /* outside the mix only what is firm was got */
            const double *may = b->may[f];
            if (firm) EACH_LANE lend[j] = may[j] > 0 ? supplied[j] * may[j] : own[j];
            else EACH_LANE lend[j] = supplied[j] * may[j];
        } else {
            EACH_LANE lend[j] = supplied[j];
        }
        EACH_LANE sum[j] += own[j];
        EACH_LANE lendable[j] += lend[j];
    }
    const double *lend_share = row(&plan->substitution, 0, 0, b->turn, b->lane, n, room_for);
    EACH_LANE {
        double spare = most(lendable[j] - sum[j], SMALLEST_SLACK_WATTS);
        scale[j] = least(lend_share[j] * most(w2[j] - sum[j], 0.0) / spare, 1.0);
        sum[j] = 0.0;
    }
    double *delivered = written(&bought->entered, t, POWER, b->turn, b->lane);
    for (long f = 0; f < b->families; f++) {
        const double *own = ROW(b->own, f), *lend = ROW(b->taken, f), *peak = b->peak[f];
        double *got = written(&bought->got, t, f, b->turn, b->lane);
        double *entered = written(&bought->entered, t, 1 + f, b->turn, b->lane);
        EACH_LANE got[j] = own[j] + (lend[j] - own[j]) * scale[j];
        EACH_LANE entered[j] = got[j] * peak[j];
        EACH_LANE sum[j] += got[j];
    }
    EACH_LANE delivered[j] = sum[j];
}

/* The rows of the month's inputs that the steps read more than once. */
INLINE void look(Block *b, long t) {
    const Plan *plan = b->plan;
    const struct { const Array *array; const double **rows; } asked[] = {
        {&plan->use, b->use}, {&plan->peak_per_watt, b->peak}, {&plan->mix, b->mix},
        {&plan->supplied, b->supplied}, {&plan->firm, b->firm}, {&plan->may, b->may}};
    for (int i = 0; i < 6; i++)
        for (long f = 0; asked[i].array->data && f < b->families; f++)
            asked[i].rows[f] = row(asked[i].array, t, f, b->turn, b->lane, b->n,
                                   ROW(b->room_of_rows, i * b->families + f));
}

DISPATCHED static void go(Block *b, Queue *queues) {
    const Plan *plan = b->plan;
    const int n = b->n;
    double per_watt[LANES], per_capacity[LANES], room_for[LANES], room[LANES], good[LANES];
    if (queues) begin_queues(b, queues);
    for (long i = 0; i < (1 + b->families) * LANES; i++) b->since[i] = 0.0;
    for (long t = 0; t < b->months; t++) {
        look(b, t);
        for (long f = 0; f < b->families; f++) {
            const double *mix = b->mix[f], *use = b->use[f], *peak = b->peak[f];
            if (f == 0) EACH_LANE per_watt[j] = mix[j] * use[j] * peak[j];
            else EACH_LANE per_watt[j] += mix[j] * use[j] * peak[j];
        }
        EACH_LANE per_capacity[j] =
            per_watt[j] > VANISHING ? 1.0 / most(per_watt[j], VANISHING) : 0.0;
        const double *target = row(&plan->target, t, 0, b->turn, b->lane, n, room_for);
        double *wanted = written(&b->bought->wanted, t, 0, b->turn, b->lane);
        if (queues) leave_by_age(b, queues, t);
        else begin_by_age(b, t);
        want(b, target, per_capacity, wanted);
        EACH_LANE room[j] = most(b->left[j], 0.0);
        if (queues) {
            double *repowered = written(&b->bought->repowered, t, 0, b->turn, b->lane);
            EACH_LANE b->wanted[j] = wanted[j];
            EACH_LANE good[j] = at(&plan->threshold, 0, 0, b->turn, b->lane + j) * per_watt[j] *
                                (1 - REPOWERING_TOLERANCE);
            may_leave(b, queues, t, good);
            EACH_LANE room[j] += b->leaving[j];
            order(b, t, b->wanted, room);
            make_way(b, queues, t, written(&b->bought->entered, t, POWER, b->turn, b->lane));
            want(b, target, per_capacity, wanted); /* what is said of the month is after it */
            EACH_LANE repowered[j] = b->leaving[j];
            enter_queues(b, queues, t);
        } else {
            order(b, t, wanted, room);
            for (long r = 0; r <= b->families; r++) {
                const double *entered = written(&b->bought->entered, t, r, b->turn, b->lane);
                double *since = ROW(b->since, r);
                EACH_LANE since[j] += entered[j];
            }
        }
    }
}

int buy_all(const Plan *plan, const Bought *bought, const Removed *removed, const Worlds *worlds) {
    const long families = worlds->families, months = worlds->months, rows = 1 + families;
    long longest = months; /* a life beyond the horizon keeps nothing of blocks before */
    size_t doubles = LANES * (rows * (2 + longest) + 9 * families + 4 +
                              (removed ? families * (months + 1) : 0));
    double *memory = malloc(doubles * sizeof(double));
    Queue *queues = removed ? malloc(families * LANES * sizeof(Queue)) : NULL;
    const double **pointers = malloc(6 * families * sizeof *pointers);
    int failed = !memory || !pointers || (removed && !queues);
    if (!failed) {
        Block b = {.plan = plan, .bought = bought, .removed = removed, .months = months,
                   .families = families};
        double *next = memory;
#define TAKE(name, count) b.name = next, next += (size_t)(count) * LANES
        TAKE(left, rows); TAKE(since, rows); TAKE(still, rows * longest);
        TAKE(room_of_rows, 6 * families); TAKE(own, families); TAKE(taken, families);
        TAKE(wanted, 1); TAKE(power, 1); TAKE(leaving, 1);
        TAKE(old, families);
        if (removed) { TAKE(rest, families * (months + 1)); }
#undef TAKE
        b.use = pointers, b.peak = b.use + families, b.mix = b.peak + families;
        b.supplied = b.mix + families, b.firm = b.supplied + families, b.may = b.firm + families;
        for (b.turn = 0; b.turn < worlds->turns; b.turn++)
            for (b.lane = 0; b.lane < worlds->lanes; b.lane += b.n) {
                b.n = alike(&plan->life, 0, b.turn, b.lane, worlds->lanes);
                b.life = (long)at(&plan->life, 0, 0, b.turn, b.lane);
                go(&b, queues);
            }
    }
    free(memory), free(queues), free(pointers);
    return failed;
}
