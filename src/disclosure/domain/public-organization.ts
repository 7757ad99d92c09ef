import type { LocalDate } from '../../kernel/local-date.js';

/** What everyone may know of an organisation: who lives there, not who serves it. */
export interface PublicOrganization {
  readonly id: string;
  readonly name: string;
  readonly kana: string;
  readonly districtId: string;
  readonly districtName: string;
  readonly districtPosition: number;
  /** 行政区 in the order in which the organisation lists them. */
  readonly wards: readonly string[];
  /** In its own words, where it agreed that everyone reads them; else blank. */
  readonly introduction: string;
  /** Since when the town knows it; null where it was taken over without a day. */
  readonly registeredOn: LocalDate | null;
}
