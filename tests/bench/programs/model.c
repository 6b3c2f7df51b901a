/* The model once more, in C: what a run costs where nothing stands between it and the machine.
 *
 * Built with WORLDS=1 for a run and WORLDS=8 for draws, eight side by side, which the compiler
 * turns into vectors. Sections are those of the specification.
 */
#include "model.h"

#if WORLDS > 1 && defined(__GLIBC__) && defined(__x86_64__) && !defined(__clang__)
__attribute__((simd("notinbranch"))) double exp(double); /* glibc has one for vectors */
#endif

#define ONE_BY_ONE for (int w = 0; w < WORLDS; w++)
#define EACH _Pragma("omp simd") ONE_BY_ONE

typedef double Lanes[WORLDS] __attribute__((aligned(8 * WORLDS)));
typedef Lanes Line[LONGEST];

enum { TOPS, WATTS, CAPEX, RENT, CHIPS }; /* what a chip is; sums of chips are the last */

/* Worlds side by side: what a chip of each month's delivery is, what is there of it, and sums. */
static struct {
    Line revenue, demand, limit, sites;
    struct {
        Line chip[4], per_watt, bought, alive, idle;                  /* by month of delivery */
        Lanes first[4], first_size, first_chips;            /* the initial fleet */
        Lanes sum[5], serving, signed_capex, signed_rent, idle_rent; /* of deliveries */
        Lanes facility_built, new_watts;
    } of[FAMILIES];
    Lanes facility, npv_cash, npv_economic, it_power, capacity;
} group;

#define OF(f) group.of[f]
/* where row `row` of a group of worlds begins, of so many rows a month */
#define FROM(row, rows) ((size_t)(at * months * (rows) + (row) * WORLDS))
#define PUT(column, value) \
    do { \
        if (out[column]) EACH out[column][FROM(t, 1) + w] = (value); \
    } while (0)
#define ALIVE(i, f) (OF(f).sum[i][w] + OF(f).first_chips[w] * ((i) == CHIPS ? 1 : OF(f).first[i][w]))

/* Section 2, with luck */
static void demand(const Scenario *p, const Luck *luck, int at, int seen) {
    Lanes yearly, kept;
    EACH {
        double planned = (1 - p->rebound) * log(p->algorithmic_efficiency);
        double drawn = (1 - p->rebound - luck->rebound[at + w])
            * (log(p->algorithmic_efficiency) + luck->log_efficiency[at + w]);
        double chosen = p->later_compute_growth;
        yearly[w] = chosen < INFINITY ? planned - log(chosen) : planned;
        yearly[w] = exp(-(yearly[w] + drawn - planned) / 12);
        kept[w] = 1;
    }
    for (int t = 0; t < seen; t++) {
        EACH group.revenue[t][w] = luck->log_growth[at + w] * shared.luck_years[t];
        EACH group.revenue[t][w] = exp(group.revenue[t][w]);
        if (t > p->as_of) EACH kept[w] *= yearly[w];
        EACH {
            group.revenue[t][w] *= shared.revenue[t];
            group.demand[t][w] = group.revenue[t][w] * shared.per_revenue[t] * kept[w];
        }
    }
}

/* Section 4, with luck */
static void power(const Scenario *p, const Luck *luck, int at, int months) {
    double width = p->power_ready_month - p->power_ramp_start;
    memset(group.sites, 0, months * sizeof(Lanes));
    for (int i = 0; i < (int)p->sites_count; i++) {
        const double *s = p->sites[i]; /* GW, start, ramp, delay */
        int of_site = at * (int)p->sites_count + i * WORLDS;
        const double *late = luck->site_delay + of_site, *built = luck->site_built + of_site;
        int from = s[1] > 0 ? (int)s[1] : 0;
        for (int t = from; t < months; t++) EACH {
            double begins = s[1] > p->as_of ? s[1] + shared.grid_delay + s[3] + late[w] : s[1];
            group.sites[t][w] += built[w] * s[0] * within((t - begins + 1) * (1 / s[2]), 0, 1);
        }
    }
    for (int t = 0; t < months; t++) EACH {
        double delay = shared.grid_delay + luck->grid_delay[at + w];
        double then = t >= p->as_of ? most(t - delay, p->as_of) : t;
        double part = width > 0 ? within((then - p->power_ramp_start) / width, 0, 1)
                                : then >= p->power_ready_month;
        double limit = p->power_start_gw + (p->power_budget_gw - p->power_start_gw) * part
            + p->power_growth_gw_per_year / 12 * most(0, then - p->power_ready_month);
        group.sites[t][w] *= shared.power_kept[t];
        group.limit[t][w] = limit * shared.power_kept[t] + group.sites[t][w];
    }
}

/* Section 1, and prices of section 6, with luck: what a chip of each month's delivery is. */
static void deliveries(const Scenario *p, const Luck *luck, int f, int at, int months) {
    double length = p->generation_ramp_months, soonest[MOST_ROWS], latest[MOST_ROWS];
    Lanes available[MOST_ROWS], dearer;
    for (int k = 0; k < shared.of[f].count; k++) {
        double known = shared.of[f].generations[k][0];
        soonest[k] = INFINITY, latest[k] = -INFINITY;
        ONE_BY_ONE {
            double late = shared.of[f].late + luck->slip[at * FAMILIES + f * WORLDS + w];
            available[k][w] = known > p->as_of ? known + late : known;
            soonest[k] = least(soonest[k], available[k][w]);
            latest[k] = most(latest[k], available[k][w]);
        }
    }
    EACH dearer[w] = exp(luck->log_price[at * FAMILIES + f * WORLDS + w]);
    for (int t = 0; t < months; t++) {
        Lanes left, chip[4] = {{0}};
        EACH left[w] = 1;
        for (int k = shared.of[f].count - 1, over = 0; k >= 0 && !over; k--) {
            const double *generation = shared.of[f].generations[k];
            double begun = t - soonest[k] + (length > 0), done = t - latest[k] + (length > 0);
            if (k > 0 && (length > 0 ? begun <= 0 : begun < 0)) continue;
            over = k == 0 || done >= length;
            Lanes share;
            if (over) EACH share[w] = left[w];
            else if (length > 0)
                EACH share[w] = left[w] * within((t - available[k][w] + 1) * (1 / length), 0, 1);
            else EACH share[w] = t >= available[k][w] ? left[w] : 0;
            EACH left[w] -= share[w];
            for (int i = 0; i < 4; i++) EACH chip[i][w] += share[w] * generation[i + 1];
        }
        double list = shared.of[f].ordinary[t], level = shared.of[f].level[t];
        double contracted = shared.of[f].contracted[t], paid = shared.of[f].paid[t];
        double of_chip = p->rent_basis == COST ? shared.rent_of_chip : 0;
        double of_watt = p->rent_basis == COST ? shared.rent_of_watt[t] : 0;
        double quoted = p->rent_basis == COST ? 0 : 1;
        if (t == 0) {
            memcpy(OF(f).first, chip, sizeof chip);
            EACH OF(f).first[RENT][w] = quoted * chip[RENT][w] + of_chip * chip[CAPEX][w]
                + of_watt * chip[WATTS][w];
        }
        Lanes premium;
        EACH premium[w] = 1;
        if (contracted > 0) EACH {
            double ordinary = list * chip[WATTS][w];
            premium[w] = (ordinary + paid) / (ordinary + contracted);
        }
        EACH {
            double watts = chip[WATTS][w];
            double price = (t >= p->as_of ? level * dearer[w] : level);
            price *= premium[w];
            OF(f).per_watt[t][w] = 1 / watts;
            OF(f).chip[TOPS][t][w] = chip[TOPS][w];
            OF(f).chip[WATTS][t][w] = watts;
            OF(f).chip[CAPEX][t][w] = chip[CAPEX][w] * price;
            OF(f).chip[RENT][t][w] =
                (quoted * chip[RENT][w] + of_chip * chip[CAPEX][w]) * price + of_watt * watts;
        }
    }
}

/* Take chips of month v out of the sums of what is alive. */
static void take_out(int f, int v, const Lanes leaving, int serving) {
    EACH {
        double tops = leaving[w] * OF(f).chip[TOPS][v][w];
        OF(f).alive[v][w] -= leaving[w];
        OF(f).sum[CHIPS][w] -= leaving[w];
        OF(f).sum[TOPS][w] -= tops;
        OF(f).sum[WATTS][w] -= leaving[w] * OF(f).chip[WATTS][v][w];
        OF(f).sum[CAPEX][w] -= leaving[w] * OF(f).chip[CAPEX][v][w];
        OF(f).serving[w] -= serving ? tops : 0;
    }
}

/* Section 5, step 1 */
static void retire(const Scenario *p, int f, int t, Lanes retired) {
    int life = (int)p->life_months, v = t - life;
    EACH {
        double size = OF(f).first_size[w], leaving = least(size / life, OF(f).first_chips[w]);
        retired[w] = t < 1 || t > life ? 0 : t < life ? leaving : OF(f).first_chips[w];
        OF(f).first_chips[w] -= retired[w];
    }
    if (v < 0) return;
    Lanes leaving;
    EACH {
        double bought = OF(f).bought[v][w], rent = OF(f).chip[RENT][v][w];
        retired[w] += leaving[w] = OF(f).alive[v][w];
        OF(f).signed_capex[w] -= bought * OF(f).chip[CAPEX][v][w];
        OF(f).signed_rent[w] -= bought * rent;
        OF(f).idle_rent[w] -= OF(f).idle[v][w] * rent;
    }
    take_out(f, v, leaving, life > (int)p->bring_up_months[f]);
}

/* Section 5, step 4: IT power of the oldest lots, up to the first that is good enough. */
static void old_watts(const Scenario *p, int f, int t, const Lanes good, Lanes found) {
    int life = (int)p->life_months;
    Lanes open;
    EACH {
        double chips = OF(f).first_chips[w], quality = shared.of[f].eflops[t] * OF(f).first[TOPS][w];
        open[w] = !(chips > 0 && quality / OF(f).first[WATTS][w] >= good[w]);
        found[w] = open[w] * chips * OF(f).first[WATTS][w];
    }
    for (int v = t >= life ? t - life + 1 : 0, any = 1; v < t && any; v++) {
        any = 0;
        EACH {
            double chips = OF(f).alive[v][w], watts = OF(f).chip[WATTS][v][w];
            double quality = shared.of[f].eflops[t] * OF(f).chip[TOPS][v][w] / watts;
            open[w] = chips > 0 && quality >= good[w] ? 0 : open[w];
            found[w] += open[w] * chips * watts;
        }
        ONE_BY_ONE any |= open[w] > 0;
    }
}

static void scrap(const Scenario *p, int f, int t, Lanes watts, Lanes retired) {
    int life = (int)p->life_months;
    Lanes leaving;
    EACH {
        leaving[w] = least(OF(f).first_chips[w], watts[w] / OF(f).first[WATTS][w]);
        OF(f).first_chips[w] -= leaving[w];
        watts[w] -= leaving[w] * OF(f).first[WATTS][w];
        retired[w] += leaving[w];
    }
    for (int v = t >= life ? t - life + 1 : 0, any = 1; v < t && any; v++) {
        any = 0;
        EACH {
            leaving[w] = least(OF(f).alive[v][w], watts[w] / OF(f).chip[WATTS][v][w]);
            watts[w] -= leaving[w] * OF(f).chip[WATTS][v][w];
            retired[w] += leaving[w];
        }
        ONE_BY_ONE any |= watts[w] > 0;
        take_out(f, v, leaving, t - 1 - v >= (int)p->bring_up_months[f]);
    }
}

/* Section 5, steps 2 to 8 */
static void deliver(const Scenario *p, const Luck *luck, int t, int at, int months, double **out) {
    int ahead = t + (int)p->plan_ahead_months;
    double reserve = shared.shock[t] * (1 + p->reserve_margin);
    double budget = p->investment_budget_bn_per_year * 1e9 / 12;
    Lanes target, per_watt, wanted, affordable, limit, room, good, leaving, delivered, within_budget;
    Lanes powered, may_leave = {0}, old[FAMILIES] = {{0}}, all_old = {0}, retired[FAMILIES];
    Lanes cap[FAMILIES], firm[FAMILIES], got[FAMILIES], more[FAMILIES];
    FAMILY retire(p, f, t, retired[f]);
    Lanes mature = {0}, price, power = {0}, floors = {0}, taken = {0}, wants = {0}, sum = {0};
    Lanes scale, slack = {0}, part;
    EACH per_watt[w] = 0, price[w] = p->facility_capex_usd_per_watt;
    FAMILY {
        double mix = shared.of[f].mix[t], eflops = shared.of[f].eflops[t];
        const double *luck_kept = luck->supply_kept + FROM(t * FAMILIES + f, FAMILIES);
        EACH {
            double watts = OF(f).chip[WATTS][t][w], kept = shared.of[f].supply_kept[t] * luck_kept[w];
            power[w] += ALIVE(WATTS, f);
            mature[w] += eflops * ALIVE(TOPS, f);
            per_watt[w] += mix * eflops * OF(f).chip[TOPS][t][w] * OF(f).per_watt[t][w];
            price[w] += mix * OF(f).chip[CAPEX][t][w] * OF(f).per_watt[t][w];
            cap[f][w] = (shared.of[f].ordinary[t] * watts + shared.of[f].contracted[t]) * kept;
            firm[f][w] = shared.of[f].firm[t] * kept;
            floors[w] += firm[f][w];
        }
    }
    EACH {
        limit[w] = group.limit[t][w] * (1e9 / p->peak_ratio);
        target[w] = group.demand[ahead][w] * reserve;
        wanted[w] = per_watt[w] > 0 ? most(0, target[w] - mature[w]) / per_watt[w] : 0;
        affordable[w] = INFINITY;
        room[w] = most(0, limit[w] - power[w]);
        good[w] = p->repower_threshold * per_watt[w] * (1 - NEAR);
    }
    if (budget < INFINITY) EACH affordable[w] = price[w] > 0 ? budget / price[w] : INFINITY;
    if (p->repower_threshold > 0 && t >= p->as_of) {
        Lanes asked = {0};
        FAMILY {
            double mix = shared.of[f].mix[t];
            old_watts(p, f, t, good, old[f]);
            EACH asked[w] += least(mix * wanted[w], cap[f][w]);
            EACH all_old[w] += old[f][w];
        }
        EACH {
            double short_of = least(asked[w], least(wanted[w], affordable[w])) - room[w];
            double allowed = least(all_old[w], p->repower_share_per_year / 12 * power[w]);
            may_leave[w] = least(most(0, short_of), allowed);
            may_leave[w] = power[w] <= limit[w] * (1 + NEAR) ? may_leave[w] : 0;
        }
    }
    int firmly = 0;
    FAMILY firmly |= shared.of[f].firm[t] > 0;
    EACH part[w] = 0;
    if (firmly) {
        EACH part[w] = floors[w] > 0 ? least(1, (room[w] + may_leave[w]) / floors[w]) : 0;
        FAMILY EACH taken[w] += firm[f][w] * part[w];
    }
    EACH {
        powered[w] = most(least(wanted[w], room[w] + may_leave[w]), taken[w]);
        within_budget[w] = most(least(powered[w], affordable[w]), taken[w]);
    }
    FAMILY {
        double mix = shared.of[f].mix[t];
        EACH wants[w] += most(0, mix * within_budget[w] - firm[f][w] * part[w]);
    }
    EACH scale[w] = wants[w] > 0 ? least(1, (within_budget[w] - taken[w]) / wants[w]) : 0;
    FAMILY {
        double mix = shared.of[f].mix[t], may = mix > 0 || p->substitute_any ? 1 : 0;
        EACH {
            double own = firm[f][w] * part[w], want = most(0, mix * within_budget[w] - own);
            got[f][w] = own + least(scale[w] * want, cap[f][w] - own);
            OF(f).idle[t][w] = (firm[f][w] - own) * OF(f).per_watt[t][w];
            sum[w] += got[f][w];
            more[f][w] = may * (cap[f][w] - got[f][w]);
            slack[w] += more[f][w];
        }
    }
    EACH {
        double unmet = p->substitution * most(0, within_budget[w] - sum[w]);
        part[w] = slack[w] > 0 ? least(1, unmet / slack[w]) : 0;
        delivered[w] = 0;
    }
    FAMILY EACH {
        got[f][w] += more[f][w] * part[w];
        delivered[w] += got[f][w];
    }
    EACH leaving[w] = least(may_leave[w], most(0, delivered[w] - room[w]));
    int any = 0;
    ONE_BY_ONE any |= leaving[w] > 0;
    if (any) {
        FAMILY {
            EACH old[f][w] = leaving[w] > 0 ? old[f][w] / all_old[w] * leaving[w] : 0;
            scrap(p, f, t, old[f], retired[f]);
        }
        EACH mature[w] = 0;
        FAMILY EACH mature[w] += shared.of[f].eflops[t] * ALIVE(TOPS, f);
        EACH {
            double anew = per_watt[w] > 0 ? most(0, target[w] - mature[w]) / per_watt[w] : 0;
            wanted[w] = leaving[w] > 0 ? anew : wanted[w];
        }
    }
    FAMILY {
        memcpy(OF(f).new_watts, got[f], sizeof got[f]);
        EACH {
            double chips = got[f][w] * OF(f).per_watt[t][w], rent = OF(f).chip[RENT][t][w];
            OF(f).bought[t][w] = OF(f).alive[t][w] = chips;
            OF(f).sum[CHIPS][w] += chips;
            OF(f).sum[TOPS][w] += chips * OF(f).chip[TOPS][t][w];
            OF(f).sum[WATTS][w] += got[f][w];
            OF(f).sum[CAPEX][w] += chips * OF(f).chip[CAPEX][t][w];
            OF(f).signed_capex[w] += chips * OF(f).chip[CAPEX][t][w];
            OF(f).signed_rent[w] += chips * rent;
            OF(f).idle_rent[w] += OF(f).idle[t][w] * rent;
        }
        PUT(CHIPS_DELIVERED_BY_FAMILY + f, OF(f).bought[t][w]);
        PUT(CHIPS_RETIRED_BY_FAMILY + f, retired[f][w]);
    }
    PUT(POWER_LIMIT_GW, group.limit[t][w]);
    PUT(IT_LIMIT_GW, limit[w] / 1e9);
    PUT(SITE_POWER_GW, group.sites[t][w]);
    PUT(REPOWERED_IT_GW, leaving[w] / 1e9);
    PUT(WANTED_IT_GW, wanted[w] / 1e9);
    PUT(DELIVERED_IT_GW, delivered[w] / 1e9);
    if (out[BINDING]) EACH {
        double slack = NEAR * most(wanted[w], 1);
        out[BINDING][FROM(t, 1) + w] = delivered[w] >= wanted[w] - slack ? 0
            : delivered[w] < within_budget[w] - slack ? 1
            : within_budget[w] < powered[w] - slack ? 2 : 3;
    }
}

/* Section 5, step 9 */
static void serve(const Scenario *p, const Luck *luck, int t, int at, int months, double **out) {
    Lanes kept, capacity = {0}, power = {0};
    FAMILY EACH power[w] += ALIVE(WATTS, f);
    EACH {
        double limit = group.limit[t][w] * (1e9 / p->peak_ratio);
        group.it_power[w] = power[w] * 1e-9;
        kept[w] = power[w] > 0 ? least(1, limit / power[w]) : 1;
    }
    FAMILY {
        int v = t - (int)p->bring_up_months[f];
        if (v >= 0) EACH OF(f).serving[w] += OF(f).alive[v][w] * OF(f).chip[TOPS][v][w];
        Lanes own;
        const double *luck_kept = luck->base_kept + FROM(t * FAMILIES + f, FAMILIES);
        EACH {
            double reach = shared.of[f].base_kept[t] * luck_kept[w];
            double first = OF(f).first_chips[w] * OF(f).first[TOPS][w];
            own[w] = kept[w] * reach * shared.of[f].eflops[t] * (OF(f).serving[w] + first);
            capacity[w] += own[w];
        }
        PUT(CAPACITY_EFLOPS_BY_FAMILY + f, own[w]);
        PUT(CHIPS_ALIVE_BY_FAMILY + f, ALIVE(CHIPS, f));
        PUT(IT_POWER_GW_BY_FAMILY + f, ALIVE(WATTS, f) / 1e9);
        PUT(H100E_BY_FAMILY + f, ALIVE(TOPS, f) / 1979);
    }
    Lanes mature = {0}, tops = {0}, demand, served;
    if (out[MATURE_CAPACITY_EFLOPS]) FAMILY EACH {
        tops[w] += ALIVE(TOPS, f);
        mature[w] += shared.of[f].eflops[t] * ALIVE(TOPS, f);
    }
    EACH {
        demand[w] = group.demand[t][w] * shared.shock[t];
        served[w] = least(demand[w], capacity[w]);
        group.capacity[w] = capacity[w];
    }
    PUT(IT_POWER_GW, group.it_power[w]);
    PUT(FACILITY_POWER_GW, group.it_power[w] * p->peak_ratio);
    PUT(MATURE_CAPACITY_EFLOPS, mature[w]);
    PUT(H100E, tops[w] / 1979);
    PUT(CURTAILMENT, kept[w]);
    PUT(CAPACITY_EFLOPS, capacity[w]);
    PUT(REVENUE_BN_PER_YEAR, group.revenue[t][w] * shared.shock[t]);
    PUT(DEMAND_EFLOPS, demand[w]);
    PUT(SERVED_EFLOPS, served[w]);
    PUT(SHORTFALL_EFLOPS, demand[w] - served[w]);
}

/* Section 6 */
static void pay(const Scenario *p, int t, int at, int months, double **out) {
    enum { CHIP, FACILITY, RENTS, ENERGY, SITE, CARE, PLATFORM, IDLE, CHARGE, FACILITY_CHARGE, KINDS };
    static const int names[KINDS] = {CHIP_CAPEX_BN, FACILITY_CAPEX_BN, RENT_BN, ENERGY_BN,
        SITE_OPEX_BN, MAINTENANCE_BN, PLATFORM_BN, IDLE_COMMITMENT_BN, CHIP_CAPITAL_CHARGE_BN,
        FACILITY_CAPITAL_CHARGE_BN};
    Lanes sum[KINDS] = {{0}}, watts, new_owned = {0}, built_per_watt, cash = {0}, economic = {0}, signed_now = {0};
    double life = p->life_months, left = most(0, (life - t) / life), bn = HOURS / 1e9;
    EACH watts[w] = 0;
    FAMILY {
        double owned = p->owned_share[f];
        EACH watts[w] += owned * ALIVE(WATTS, f);
        EACH new_owned[w] += owned * OF(f).new_watts[w];
    }
    double price = p->facility_capex_usd_per_watt / 1e9;
    EACH {
        double before = group.facility[w];
        group.facility[w] = most(before, watts[w]);
        sum[FACILITY][w] = (group.facility[w] - before) * price;
        built_per_watt[w] = sum[FACILITY][w] / new_owned[w];
        sum[FACILITY_CHARGE][w] = group.facility[w] * price * shared.facility_annuity;
    }
    FAMILY {
        double owned = p->owned_share[f];
        Lanes cost[KINDS], own[3], running = {0};
        double energy = owned * shared.energy[t] / 1e9, rented = (1 - owned) * bn;
        double site = owned * p->site_opex_usd_per_mw_year / 12e15;
        double care = owned * p->maintenance_share_per_year / 12e9;
        double platform = p->platform_usd_per_year[f] / 12e9, charge = owned * shared.annuity / 1e9;
        Lanes watts, first;
        EACH watts[w] = ALIVE(WATTS, f);
        EACH first[w] = OF(f).first_size[w] * left;
        EACH cost[CHIP][w] = OF(f).bought[t][w] * OF(f).chip[CAPEX][t][w] * (owned / 1e9);
        EACH cost[RENTS][w] = rented * (OF(f).signed_rent[w] + first[w] * OF(f).first[RENT][w]);
        EACH cost[ENERGY][w] = watts[w] * energy;
        EACH cost[SITE][w] = watts[w] * site;
        EACH cost[CARE][w] = ALIVE(CAPEX, f) * care;
        EACH cost[PLATFORM][w] = watts[w] > 1000 ? platform : 0;
        EACH cost[IDLE][w] = bn * OF(f).idle_rent[w];
        EACH cost[CHARGE][w] = charge * (OF(f).signed_capex[w] + first[w] * OF(f).first[CAPEX][w]);
        for (int i = RENTS; i <= IDLE; i++) EACH running[w] += cost[i][w];
        for (int i = RENTS; i <= CHARGE; i++) EACH sum[i][w] += cost[i][w];
        EACH {
            double new_watts = owned * OF(f).new_watts[w], rent = OF(f).chip[RENT][t][w];
            double built = new_watts > 0 ? new_watts * built_per_watt[w] : 0;
            double leased = (1 - owned) * OF(f).bought[t][w] + OF(f).idle[t][w];
            sum[CHIP][w] += cost[CHIP][w];
            OF(f).facility_built[w] += built;
            own[0][w] = cost[CHIP][w] + built + running[w];
            own[1][w] =
                cost[CHARGE][w] + running[w] + OF(f).facility_built[w] * shared.facility_annuity;
            own[2][w] = cost[CHIP][w] + built + leased * rent * bn * life;
            signed_now[w] += own[2][w];
        }
        PUT(CASH_COST_BN_BY_FAMILY + f, own[0][w]);
        PUT(ECONOMIC_COST_BN_BY_FAMILY + f, own[1][w]);
        PUT(COMMITMENT_BN_BY_FAMILY + f, own[2][w]);
    }
    for (int i = 0; i < KINDS; i++) PUT(names[i], sum[i][w]);
    for (int i = RENTS; i <= IDLE; i++) EACH cash[w] += sum[i][w];
    EACH {
        economic[w] = cash[w] + sum[CHARGE][w] + sum[FACILITY_CHARGE][w];
        cash[w] += sum[CHIP][w] + sum[FACILITY][w];
        group.npv_cash[w] += cash[w] * shared.discount[t];
        group.npv_economic[w] += economic[w] * shared.discount[t];
    }
    PUT(CASH_COST_BN, cash[w]);
    PUT(ECONOMIC_COST_BN, economic[w]);
    PUT(COMMITMENT_BN, signed_now[w]);
    PUT(NPV_CASH_COST_BN, group.npv_cash[w]);
    PUT(NPV_ECONOMIC_COST_BN, group.npv_economic[w]);
    Lanes unit, unserved, revenue;
    EACH {
        double demand = group.demand[t][w] * shared.shock[t], capacity = group.capacity[w];
        revenue[w] = group.revenue[t][w] * shared.shock[t];
        unit[w] = capacity > 0 ? economic[w] / capacity * (1e9 / (1000 * HOURS)) : NAN;
        double lacking = demand - least(demand, capacity);
        unserved[w] = demand > 0 ? lacking / demand * (revenue[w] / 12) : 0;
    }
    PUT(USD_PER_PFLOP_HOUR, unit[w]);
    PUT(USD_PER_MILLION_TOKENS, unit[w] / 3.6e18 * 2 * p->active_params * 1e6);
    PUT(UNSERVED_REVENUE_BN, unserved[w]);
    PUT(ECONOMIC_COST_PER_REVENUE, revenue[w] > 0 ? economic[w] * 12 / revenue[w] : NAN);
    PUT(ECONOMIC_COST_BN_PER_GW_YEAR,
        group.it_power[w] > 0 ? economic[w] * 12 / group.it_power[w] : NAN);
    PUT(REVENUE_BN_PER_GW_YEAR,
        group.it_power[w] > 0 ? (revenue[w] - 12 * unserved[w]) / group.it_power[w] : NAN);
}

/* Every world of `luck`; `out` has a place for each column wanted, else none. Both are of groups of
 * WORLDS, (group, ..., world): what is read and written next stands next. */
void run(const Scenario *p, const Luck *luck, int worlds, double **out) {
    int months = (int)p->horizon_months, seen = months + (int)p->plan_ahead_months;
    share(p, months, seen);
    for (int at = 0; at < worlds; at += WORLDS) {
        demand(p, luck, at, seen);
        power(p, luck, at, months);
        EACH group.npv_cash[w] = group.npv_economic[w] = group.facility[w] = 0;
        FAMILY {
            deliveries(p, luck, f, at, months);
            double watts = p->initial_it_mw[f] * 1e6, owned = p->owned_share[f] * watts;
            memset(OF(f).sum, 0, sizeof OF(f).sum);
            EACH {
                OF(f).first_size[w] = OF(f).first_chips[w] = watts / OF(f).first[WATTS][w];
                OF(f).serving[w] = OF(f).signed_capex[w] = OF(f).signed_rent[w] = 0;
                OF(f).idle_rent[w] = 0;
                OF(f).facility_built[w] = owned * p->facility_capex_usd_per_watt / 1e9;
                group.facility[w] += owned;
            }
        }
        for (int t = 0; t < months; t++) {
            deliver(p, luck, t, at, months, out);
            serve(p, luck, t, at, months, out);
            pay(p, t, at, months, out);
        }
    }
}
