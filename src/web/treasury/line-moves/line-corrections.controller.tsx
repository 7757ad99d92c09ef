import { Controller, Inject } from '@nestjs/common';
import { CorrectLine, type LineCorrectionRow, type NamedCorrection } from '../../../closing/index.js';
import { Desk, Money } from '../../shared/index.js';
import { CORRECTION_STATE, lineInWords } from '../../shared/line-correction-words.js';
import { LineMovesController } from './line-moves.controller.js';
import type { LineMoveWords } from './line-moves.page.js';

const WORDS: LineMoveWords<NamedCorrection> = {
  path: 'treasury/line-corrections',
  title: '科目更正',
  lead: '誤った予算科目で行った支払を、正しい科目に改める求めです。',
  nothingWaits: '確認を待つ科目更正はありません。担当課が求めると、ここに並びます。',
  done: '更正したもの',
  nothingDone: '更正したものは、まだありません。',
  columns: {
    lines: [
      { label: '元の科目', cell: ({ fromLine }) => lineInWords(fromLine) },
      { label: '正しい科目', cell: ({ toLine }) => lineInWords(toLine) },
    ],
    amount: { label: '支払済みの額', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} /> },
  },
  asked: ({ fromLine, toLine, amount, reason, decision }) => [
    { label: '元の科目', value: lineInWords(fromLine) },
    { label: '正しい科目', value: lineInWords(toLine) },
    { label: '支払済みの額', value: <Money yen={amount} strong /> },
    { label: '理由', value: reason },
    { label: '決裁の日と番号', value: decision },
  ],
  confirming: {
    title: '科目更正を確認する',
    words: '元の科目から除く記帳と、正しい科目への記帳を同時に行います。団体への支払や銀行のファイルは変わりません。',
    button: '科目更正を確認して記帳する',
  },
  confirmed: '科目更正を確認し、台帳に記帳しました。',
  states: CORRECTION_STATE,
};

/** 科目更正 at the treasury. */
@Controller(':town/treasury/line-corrections')
@Desk('treasury')
export class LineCorrectionsController extends LineMovesController<LineCorrectionRow> {
  @Inject(CorrectLine) protected readonly moves!: CorrectLine;
  protected readonly words = WORDS;
}
