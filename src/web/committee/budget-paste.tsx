import { COLUMN_WORDS, columnsOf, SIDES, type AskedBudget, type Side } from '../../applications/index.js';
import { Button, Details, Radios, TextArea } from '../shared/index.js';
import { SIDE_LABEL } from './budget-side.js';

/** What was pasted and could not be read as lines. */
export interface Pasted {
  readonly side: Side;
  readonly text: string;
}

interface PasteSectionProps {
  readonly asked: AskedBudget;
  readonly action: string;
  readonly pasted?: Pasted | undefined;
}

/** Rows copied in a spreadsheet become lines below those that are there. */
export function PasteSection({ asked, action, pasted }: PasteSectionProps) {
  const columns = columnsOf(asked).map((column) => COLUMN_WORDS[column]);
  return (
    <Details summary="Excelから貼り付け" open={pasted !== undefined}>
      <Radios
        name="pastedSide"
        label="貼り付ける先"
        inline
        required
        options={SIDES.map((side) => ({ value: side, label: SIDE_LABEL[side] }))}
        value={pasted?.side ?? 'expenditure'}
      />
      <TextArea
        name="pasted"
        label="Excelでコピーした行"
        hint={`列は左から、${columns.join('、')}の順です。いまある行はそのまま残ります。`}
        rows={5}
        value={pasted?.text}
      />
      <Button kind="secondary" small formAction={action}>
        貼り付けた行を加える
      </Button>
    </Details>
  );
}
