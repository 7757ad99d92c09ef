import type { LocalDate } from '../../kernel/local-date.js';
import { TIE_KINDS, type Absence, type Tie, type TieKind } from '../../staff/index.js';
import { Button, ButtonRow } from './buttons.js';
import { DateField, Radios, Select, TextField, type Choice } from './fields.js';
import { Form, Hidden } from './forms.js';
import { Section } from './structure.js';
import { DataTable } from './tables.js';
import { Day } from './values.js';

export const TIE_LABEL: Readonly<Record<TieKind, string>> = {
  officer: '団体の役員',
  household: '役員と同じ世帯の親族',
  declared: 'そのほか（本人の申出）',
};

export interface DeclarationsProps {
  /** The address under which the forms stand. */
  readonly at: string;
  readonly absences: readonly Absence[];
  readonly ties: readonly Tie[];
  readonly today: LocalDate;
  readonly organizations: readonly Choice[];
  readonly nameOf: (staffId: string) => string;
  /** For whom; one's own page has one person and does not ask. */
  readonly members: readonly Choice[];
  readonly mayRecord: boolean;
  readonly mayEndTies: boolean;
  readonly typed: (field: string) => string;
}

/** 不在 and 利害関係: what bars a person from acting for a while, or for an organisation. */
export function StaffDeclarations(props: DeclarationsProps) {
  return (
    <>
      <AbsenceSection {...props} />
      <TieSection {...props} />
    </>
  );
}

/** The person's own page has one, who is not asked for. */
function Person({ name, members, typed }: Pick<DeclarationsProps, 'members' | 'typed'> & { name: string }) {
  const [only] = members;
  if (members.length === 1 && only) return <Hidden name={name} value={only.value} />;
  return <Select name={name} label="職員" required options={members} value={typed(name)} />;
}

function AbsenceSection({ at, absences, nameOf, members, mayRecord, typed }: DeclarationsProps) {
  return (
    <Section title="不在">
      <DataTable
        caption="今日と、これからの不在"
        captionHidden
        cards
        empty="記録されている不在はありません。"
        rows={absences}
        columns={[
          { label: '職員', cell: ({ staffId }) => nameOf(staffId) },
          { label: '始まり', tight: true, cell: ({ fromOn }) => <Day date={fromOn} /> },
          { label: '終わり', tight: true, cell: ({ untilOn }) => <Day date={untilOn} /> },
          { label: '理由', cell: ({ reason }) => reason },
          ...(mayRecord
            ? [
                {
                  label: '操作',
                  cell: ({ id, staffId }: Absence) => (
                    <Form action={`${at}/absences/${id}/withdrawal`} label={`${nameOf(staffId)}の不在を取り消す`}>
                      <Button kind="secondary">取り消す</Button>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayRecord && (
        <Form action={`${at}/absences`} label="不在を記録する">
          <p>不在の間は、職ごとに決めた代決者が代わって決裁できます（重要・異例・新規を除く）。</p>
          <Person name="absentStaffId" members={members} typed={typed} />
          <DateField name="fromOn" label="不在の始まり" required value={typed('fromOn')} />
          <DateField name="untilOn" label="不在の終わり" required value={typed('untilOn')} />
          <TextField name="reason" label="不在の理由" hint="例：出張、休暇" required value={typed('reason')} />
          <ButtonRow>
            <Button>不在を記録する</Button>
          </ButtonRow>
        </Form>
      )}
    </Section>
  );
}

function TieSection(props: DeclarationsProps) {
  const { at, ties, today, organizations, nameOf, members, mayRecord, mayEndTies, typed } = props;
  const lasting = ({ untilOn }: Tie): boolean => untilOn === null || untilOn > today;
  return (
    <Section title="団体との利害関係">
      <DataTable
        caption="届け出られた利害関係"
        captionHidden
        cards
        empty="届け出られた利害関係はありません。"
        rows={ties}
        columns={[
          { label: '職員', cell: ({ staffId }) => nameOf(staffId) },
          {
            label: '団体',
            cell: ({ organizationId }) => organizations.find(({ value }) => value === organizationId)?.label ?? '',
          },
          { label: '関係', cell: ({ kind, note }) => (note === '' ? TIE_LABEL[kind] : `${TIE_LABEL[kind]}：${note}`) },
          { label: '始まり', tight: true, cell: ({ fromOn }) => <Day date={fromOn} /> },
          {
            label: '終わり',
            tight: true,
            cell: (tie) =>
              lasting(tie) && mayEndTies ? (
                <Form action={`${at}/ties/${tie.id}/end`} label={`${nameOf(tie.staffId)}の届出を終える`}>
                  <Button kind="secondary">終える</Button>
                </Form>
              ) : (
                <Day date={tie.untilOn} />
              ),
          },
        ]}
      />
      {mayRecord && (
        <Form action={`${at}/ties`} label="利害関係を届け出る">
          <p>
            関係のある団体の案件は、決裁できなくなり、次の職が行います。区域に住んでいること、会員であることは利害関係ではありません。
          </p>
          <Person name="tiedStaffId" members={members} typed={typed} />
          <Select name="organizationId" label="団体" required options={organizations} value={typed('organizationId')} />
          <Radios
            name="tieKind"
            label="関係"
            required
            options={TIE_KINDS.map((value) => ({ value, label: TIE_LABEL[value] }))}
            value={typed('tieKind')}
          />
          <TextField name="note" label="説明" value={typed('note')} />
          <ButtonRow>
            <Button>利害関係を届け出る</Button>
          </ButtonRow>
        </Form>
      )}
    </Section>
  );
}
