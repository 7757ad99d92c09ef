import { claimInWords, type Claim, type PartToCome } from '../../payments/index.js';
import { DataTable, type Column } from './tables.js';
import { Day, Money } from './values.js';

/** Which part of a grant a claim is for, under the programme's name; nothing where the whole is claimed at once. */
export const InstalmentNote = ({ claim }: { claim: Claim }) =>
  claim.instalments > 1 || claim.instalment !== 1 ? (
    <>
      <br />
      <span class="hint">{claimInWords(claim)}</span>
    </>
  ) : null;

/** From when on the parts that are still to come may be claimed, and what they come to as things stand. */
export function PartsToComeTable({ parts, organizations }: { parts: readonly PartToCome[]; organizations: boolean }) {
  const organization: Column<PartToCome>[] = organizations
    ? [{ label: '団体', cell: (part) => part.organizationName }]
    : [];
  return (
    <DataTable
      caption="これから請求するもの"
      captionHidden
      cards
      empty="これから請求するものはありません。"
      rows={parts}
      columns={[
        ...organization,
        {
          label: '補助金',
          cell: (part) => (
            <>
              {part.programName}
              <br />
              <span class="hint">{claimInWords(part)}</span>
            </>
          ),
        },
        {
          label: '請求できる時期',
          cell: ({ dueOn, instalment }) =>
            dueOn ? (
              <>
                <Day date={dueOn} />
                から
              </>
            ) : instalment === null ? (
              '実績報告を出し、額が決まったあと'
            ) : (
              'まもなく'
            ),
        },
        {
          label: '予定の額',
          align: 'end',
          cell: ({ amount }) => (amount === null ? '額の確定のときに決まります' : <Money yen={amount} />),
        },
      ]}
    />
  );
}
