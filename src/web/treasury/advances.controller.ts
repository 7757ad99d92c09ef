import { Controller, Get } from '@nestjs/common';
import { FinanceBooks } from '../../payments/index.js';
import { Desk, Id, page, Viewer, type PageResult } from '../shared/index.js';
import { AdvanceSettlementPrint } from './advance-settlement.print.js';

/** 概算払精算書 of one grant, for the treasury's file. */
@Controller(':town/treasury/advances')
@Desk('treasury')
export class AdvancesController {
  constructor(private readonly books: FinanceBooks) {}

  @Get(':grantId')
  async show(@Viewer() viewer: Viewer, @Id('grantId') grantId: string): Promise<PageResult> {
    const view = await this.books.settlement(viewer.actor, grantId);
    return page(viewer, {
      title: '概算払精算書',
      breadcrumb: [{ label: '帳簿と出力', href: viewer.url('treasury/books') }, { label: '概算払精算書' }],
      body: AdvanceSettlementPrint({ viewer, view }),
    });
  }
}
