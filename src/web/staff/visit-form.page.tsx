import { SIDE_LABEL, visitInWords, VISIT_KINDS, VISIT_LABEL } from '../../visits/index.js';
import type { TypedVisit, VisitedSubject, VisitVersion } from '../../visits/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Checkboxes,
  DateField,
  FileField,
  Form,
  Notice,
  Prose,
  Radios,
  Select,
  TableFrame,
  TextArea,
  TextField,
} from '../shared/index.js';
import { CompoundField } from '../shared/compound-fields.js';
import { SaveOnEnter } from '../shared/save-on-enter.js';

interface Correcting {
  readonly newest: VisitVersion;
  /** Somebody else corrected it since the page was opened. */
  readonly isStale: boolean;
  readonly version: number;
  readonly takeOff: readonly string[];
  readonly reason: string;
}

interface VisitFormProps {
  readonly action: string;
  readonly back: string;
  readonly about: VisitedSubject;
  readonly typed: TypedVisit;
  /** Blank before the form was sent. */
  readonly requestId: string;
  /** More rows for people were asked for. */
  readonly more: boolean;
  /** null for a new note. */
  readonly correcting: Correcting | null;
}

const FOUND_HINTS: Readonly<Record<VisitedSubject['party'], string>> = {
  organization: '見たこと・聞いたことと、申請の内容との違いを書きます。決裁の資料に載ります。',
  proposer:
    '聞いたことと答えを、聞いた順に書きます。例：「問　場所は。答　公民館を考えている。」決裁の資料に載ります。',
};

const FEWEST_ROWS = 3;
const MORE_ROWS = 3;

/** The fields of a note, new or corrected. */
export function VisitFormPage({ action, back, about, typed, requestId, more, correcting }: VisitFormProps) {
  return (
    <>
      {about.inDraft && (
        <Notice tone="warning" title="この案件は決裁に回っています">
          <p>
            記録は起案の内容に入ります。書くと、起案した人が出し直すまで決裁できず、この案件の承認は取り直しになります。
          </p>
        </Notice>
      )}
      {correcting?.isStale && <Newest newest={correcting.newest} />}
      <Form action={action} upload once={requestId || true} {...(correcting && { version: correcting.version })}>
        <SaveOnEnter />
        <Radios
          name="kind"
          label="種類"
          required
          inline
          options={VISIT_KINDS.map((value) => ({ value, label: VISIT_LABEL[value] }))}
          value={typed.kind}
        />
        <DateField name="heldOn" label="日" required value={typed.heldOn} />
        <TextField name="place" label="場所" hint="電話のときは「電話」と書きます。" required value={typed.place} />
        <People people={typed.people} more={more} party={about.party} />
        <TextArea
          name="found"
          label="分かったこと"
          hint={FOUND_HINTS[about.party]}
          required
          rows={8}
          most={4000}
          value={typed.found}
        />
        {correcting && correcting.newest.photos.length > 0 && (
          <Checkboxes
            name="takeOff"
            label="外す写真"
            hint="外した写真も、訂正の経過から開けます。"
            options={correcting.newest.photos.map(({ sha256, name }) => ({ value: sha256, label: name }))}
            values={correcting.takeOff}
          />
        )}
        <FileField
          name="photos"
          label={correcting ? '加える写真' : '写真'}
          hint="JPEG・PNG・WebP。1枚20MBまで、一度に20枚まで選べます。"
          accept=".jpg,.jpeg,.png,.webp"
          multiple
        />
        {correcting && <TextArea name="reason" label="訂正する理由" required rows={2} value={correcting.reason} />}
        <ButtonRow>
          <Button>{correcting ? '訂正を保存する' : '記録を保存する'}</Button>
          <ButtonLink kind="quiet" href={back}>
            保存せずに戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

interface PeopleProps {
  readonly people: TypedVisit['people'];
  readonly more: boolean;
  readonly party: VisitedSubject['party'];
}

function People({ people, more, party }: PeopleProps) {
  const rows = Math.max(FEWEST_ROWS, people.length + (more ? MORE_ROWS : 0));
  return (
    <CompoundField name="people" label="立ち会った人" hint="職員も書きます。" required>
      <TableFrame caption="立ち会った人（入力欄）" cards>
        <table class="table table-inputs">
          <caption class="visually-hidden">立ち会った人</caption>
          <thead>
            <tr>
              <th scope="col">氏名</th>
              <th scope="col">役職・立場</th>
              <th scope="col">区分</th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              <Person person={people[row]} row={row} party={party} key={row} />
            ))}
          </tbody>
        </table>
      </TableFrame>
      <Button kind="secondary" small name="act" value="more-people">
        行を増やす
      </Button>
    </CompoundField>
  );
}

interface PersonProps extends Pick<PeopleProps, 'party'> {
  readonly person: TypedVisit['people'][number] | undefined;
  readonly row: number;
}

function Person({ person, row, party }: PersonProps) {
  const name = (field: string): string => `people[p${String(row + 1)}][${field}]`;
  const label = (field: string): string => `立ち会った人${String(row + 1)}の${field}`;
  return (
    <tr>
      <td data-label="氏名">
        <TextField name={name('name')} label={label('氏名')} labelHidden value={person?.name} autocomplete="off" />
      </td>
      <td data-label="役職・立場">
        <TextField
          name={name('role')}
          label={label('役職・立場')}
          labelHidden
          value={person?.role}
          autocomplete="off"
        />
      </td>
      <td data-label="区分">
        <Select
          name={name('side')}
          label={label('区分')}
          labelHidden
          options={(['town', party, 'other'] as const).map((value) => ({ value, label: SIDE_LABEL[value] }))}
          value={person?.side || (row === 0 ? 'town' : party)}
        />
      </td>
    </tr>
  );
}

const Newest = ({ newest }: { newest: VisitVersion }) => (
  <Notice tone="warning" title={`いまの記録（${newest.writtenBy}さんが訂正。理由：${newest.reason}）`}>
    <CheckAnswers
      answers={visitInWords(newest).map(({ label, value }) => ({ label, value: <Prose text={value || '（なし）'} /> }))}
    />
  </Notice>
);
