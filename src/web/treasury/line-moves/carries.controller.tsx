import { Controller, Inject } from '@nestjs/common';
import { CarryOver, LATER_GROUND_LABELS, type CarryRow, type NamedCarry } from '../../../closing/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { Day, Desk, Money } from '../../shared/index.js';
import { CARRY_STATE, lineInWords } from '../../shared/line-correction-words.js';
import { LineMovesController } from './line-moves.controller.js';
import type { LineMoveWords } from './line-moves.page.js';

const WORDS: LineMoveWords<NamedCarry> = {
  path: 'treasury/carries',
  title: '翌年度への繰越し',
  lead: '年度内に支払えない負担行為の残りを、翌年度へ繰り越す求めです。',
  nothingWaits: '確認を待つ翌年度への繰越しはありません。担当課が求めると、ここに並びます。',
  done: '繰り越したもの',
  nothingDone: '繰り越したものは、まだありません。',
  columns: {
    lines: [
      { label: '種類', cell: ({ ground }) => LATER_GROUND_LABELS[ground] },
      { label: '繰越先', cell: ({ toLine }) => lineInWords(toLine) },
    ],
    amount: { label: '額', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} /> },
  },
  asked: ({ fromLine, toLine, amount, ground, decidedOn, reason, decision }) => [
    { label: '種類', value: LATER_GROUND_LABELS[ground] },
    { label: '元の科目', value: lineInWords(fromLine) },
    { label: '繰越先の科目', value: `${formatFiscalYear(toLine.fiscalYear)}　${lineInWords(toLine)}` },
    { label: '繰り越す額', value: <Money yen={amount} strong /> },
    { label: '議決又は決裁の日', value: <Day date={decidedOn} /> },
    { label: '理由', value: reason },
    { label: '議案番号か決裁番号、繰越計算書の番号', value: decision },
  ],
  confirming: {
    title: '繰越しを確認する',
    words:
      '元の年度の負担行為から除き、翌年度の科目の予算現額と負担行為に加えます。翌年度の4月1日から確認できます。議決か決裁の写しと繰越計算書を見て確かめてください。',
    button: '繰越しを確認して記帳する',
  },
  confirmed: '繰越しを確認し、両方の年度の台帳に記帳しました。',
  states: CARRY_STATE,
};

/** 繰越明許費・事故繰越 at the treasury. */
@Controller(':town/treasury/carries')
@Desk('treasury')
export class CarriesController extends LineMovesController<CarryRow> {
  @Inject(CarryOver) protected readonly moves!: CarryOver;
  protected readonly words = WORDS;
}
