import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** The next number of a series, e.g. `order/2026`. A transaction that fails gives its number back, so there are no gaps. */
@Injectable()
export class PaymentSeriesStore {
  async take(tx: Transaction, series: string): Promise<number> {
    const [taken] = await tx.query<{ last_number: number }>(
      `INSERT INTO payment_series (municipality_id, series, last_number) VALUES ($1, $2, 1)
       ON CONFLICT (municipality_id, series) DO UPDATE SET last_number = payment_series.last_number + 1
       RETURNING last_number`,
      [tx.municipalityId, series],
    );
    if (!taken) throw new Error(`the series ${series} returned no number`);
    return taken.last_number;
  }
}
