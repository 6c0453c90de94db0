/**
 * Real series with what R 4.2.2 (package forecast 8.20) expected of their last values, which it was not shown.
 * Two that are in every textbook stand here; six more are read where the shared data is.
 */
import { sharedData } from './shared-data';

/** What a method of R expected of the values held back, and how far off it was; sMAPE 0 … 200. */
export interface Reference {
  readonly mean: readonly number[];
  readonly sMAPE: number;
  readonly MASE: number;
}

export interface RealSeries {
  /** Periods of a season; 1: none. */
  readonly frequency: number;
  /** How many values at the end are held back. */
  readonly holdout: number;
  readonly values: readonly number[];
  readonly methods: Readonly<Record<'thetaf' | 'ets_auto' | 'auto_arima', Reference>>;
}

const HERE = {
  // Monthly airline passengers in thousands, 1949 to 1960 (Box and Jenkins 1976, series G).
  AirPassengers: {
    frequency: 12,
    holdout: 12,
    values: [
      112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118,
      115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140,
      145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166,
      171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194,
      196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201,
      204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229,
      242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278,
      284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306,
      315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336,
      340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337,
      360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405,
      417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432,
    ],
    methods: {
      thetaf: { sMAPE: 5.41601651003739, MASE: 0.864847067835909, mean: [411.325703594914, 402.231234744597, 462.832955860366, 444.627166102774, 447.884394183234, 509.540697914156, 561.779352298657, 559.39866031407, 490.376949584655, 427.236169948594, 371.918186882702, 418.961791193967] },
      ets_auto: { sMAPE: 4.68718115032936, MASE: 0.74891633290386, mean: [411.911475440977, 406.969371120822, 467.348583629513, 450.738594350165, 451.532721867544, 513.231441609429, 569.886794898538, 567.587346301823, 496.147144439635, 432.215253878681, 376.62628284822, 424.786871072252] },
      auto_arima: { sMAPE: 4.03372537888384, MASE: 0.608462468256249, mean: [424.109893893549, 407.055701738514, 470.825745933938, 460.881655463913, 484.868062088665, 536.871367068168, 612.870563523109, 623.87075889033, 527.870711390379, 471.87072293912, 426.870720131255, 469.870720813936] },
    },
  },
  // Annual flow of the Nile at Aswan in 10⁸ m³, 1871 to 1970 (Cobb 1978).
  Nile: {
    frequency: 1,
    holdout: 12,
    values: [
      1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
      1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
      831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759,
      781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
      744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
    ],
    methods: {
      thetaf: { sMAPE: 12.1803392407402, MASE: 0.806032276509605, mean: [883.725780852604, 881.980276115187, 880.234771377771, 878.489266640354, 876.743761902937, 874.99825716552, 873.252752428103, 871.507247690687, 869.76174295327, 868.016238215853, 866.270733478436, 864.52522874102] },
      ets_auto: { sMAPE: 12.4212796662241, MASE: 0.822023203409921, mean: [879.705778743774, 879.705778743774, 879.705778743774, 879.705778743774, 879.705778743774, 879.705778743774, 879.705778743774, 879.705778743774, 879.705778743774, 879.705778743774, 879.705778743774, 879.705778743774] },
      auto_arima: { sMAPE: 12.351935846677, MASE: 0.817371753557264, mean: [890.193059222536, 881.624259591815, 879.386186630076, 878.801627438831, 878.648947229602, 878.609068896254, 878.598653129347, 878.595932649548, 878.595222091181, 878.59503650142, 878.594988027486, 878.594975366647] },
    },
  },
} satisfies Record<string, RealSeries>;

const text = sharedData('forecast.json');
const shared: Readonly<Record<string, RealSeries>> = text === null ? {} : (JSON.parse(text) as { series: Record<string, RealSeries> }).series;

/** By name. Those that stand here are the same in the shared data. */
export const REAL_SERIES: Readonly<Record<string, RealSeries>> & typeof HERE = { ...shared, ...HERE };
/** Null: this machine has no shared data. */
export const SHARED_SERIES = text === null ? null : shared;
