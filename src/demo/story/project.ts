/** A project for which an organisation asks for 事業補助金: invented, and marked 見本 where people read it. */
export interface Project {
  /** The district whose organisation plans it. */
  readonly district: string;
  readonly title: string;
  /** The words of the choice. */
  readonly field: string;
  readonly purpose: string;
  readonly content: string;
  readonly from: string;
  readonly until: string;
  readonly place: string;
  readonly address: string;
  readonly people: number;
  readonly schedule: readonly (readonly [day: string, what: string])[];
  /** What each participant pays; null where nobody does. */
  readonly fee: number | null;
  readonly costs: readonly Cost[];
  /** What comes in besides the grant; what is still missing then, the organisation pays itself. */
  readonly income: readonly Calculated[];
}

/** A line of the 収支予算書 as it is thought out: unit price × quantity. */
export interface Calculated {
  /** The words of the category. */
  readonly category: string;
  readonly remark: string;
  readonly each: number;
  readonly times: number;
  readonly unit: string;
}

export interface Cost extends Calculated {
  /** Said only where the organisation does not leave it to the category. */
  readonly eligible?: 'yes' | 'no';
  readonly reason?: string;
  /** 査定, where staff say something of the cost. */
  readonly assessed?: { readonly eligible: 'yes' | 'no'; readonly reason: string };
}
