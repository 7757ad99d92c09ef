import { fiscalYear, formatFiscalYear } from '../../kernel/fiscal-year.js';
import { DISPATCH_WAY_LABELS, type IssuedLetter, type RegisterFilter, type RegisterPage } from '../../notices/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  Day,
  Form,
  Moment,
  Select,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { DELIVERY_LABEL, LetterStateTag } from '../shared/letter-words.js';

const ONLY: readonly { value: NonNullable<RegisterFilter['only']>; label: string }[] = [
  { value: 'numbered', label: '文書番号のあるもの' },
  { value: 'to-print', label: '印刷して送るもの' },
  { value: 'to-draw', label: '作成中・作成できなかったもの' },
  { value: 'void', label: '欠番' },
];

/** What the address says to look for; anything it does not understand is left out. */
export function registerFilter(query: Readonly<Record<string, unknown>>): RegisterFilter {
  const only = ONLY.find(({ value }) => value === query['only'])?.value;
  const { search, page, year } = query;
  return {
    ...(only && { only }),
    ...(typeof search === 'string' && search.trim() !== '' && { search: search.slice(0, 100) }),
    ...(typeof page === 'string' && /^[1-9]\d{0,5}$/.test(page) && { page: Number(page) }),
    ...(typeof year === 'string' && /^20[2-9]\d$/.test(year) && { fiscalYear: fiscalYear(Number(year)) }),
  };
}

interface RegisterProps {
  readonly viewer: Viewer;
  readonly register: RegisterPage;
  readonly filter: RegisterFilter;
}

/** 文書番号台帳 and 発送簿 in one list: every number that was given, void ones included. */
export function LettersRegisterPage({ viewer, register, filter }: RegisterProps) {
  return (
    <>
      <ButtonRow>
        <ButtonLink kind="secondary" href={viewer.url('staff/letters/dispatch')}>
          印刷して送る通知書
        </ButtonLink>
        <ButtonLink kind="secondary" href={viewer.url('staff/letters/seals')}>
          公印使用簿
        </ButtonLink>
      </ButtonRow>
      <Form action={viewer.url('staff/letters')} method="get" label="台帳の絞り込み">
        <div class="filter-row">
          <TextField name="search" type="search" label="文書番号・件名・宛先" value={filter.search} size="medium" />
          <Select name="only" label="表示するもの" prompt="すべて" value={filter.only} options={ONLY} />
          <Button kind="secondary">絞り込む</Button>
        </div>
      </Form>
      <DataTable
        caption={`文書番号台帳・発送簿（${String(register.total)}件）`}
        cards
        keyboard
        empty="あてはまる文書はありません。条件を変えてください。"
        rows={register.letters}
        columns={[
          {
            label: '文書番号',
            tight: true,
            cell: (letter) => <a href={viewer.url(`staff/letters/${letter.id}`)}>{letter.number ?? '番号なし'}</a>,
          },
          { label: '年度', tight: true, cell: (letter) => formatFiscalYear(letter.fiscalYear) },
          { label: '件名', cell: (letter) => letter.title },
          { label: '宛先', cell: (letter) => letter.addressee },
          { label: '施行日', tight: true, cell: (letter) => <Day date={letter.issuedOn} /> },
          { label: '交付', tight: true, cell: (letter) => DELIVERY_LABEL[letter.delivery] },
          { label: '状態', tight: true, cell: (letter) => <LetterStateTag letter={letter} /> },
          { label: '到達・発送', tight: true, cell: (letter) => <Arrival letter={letter} /> },
        ]}
      />
      <Pages viewer={viewer} register={register} filter={filter} />
    </>
  );
}

function Arrival({ letter }: { letter: IssuedLetter }) {
  if (letter.state === 'void') return <>{letter.voidReason}</>;
  if (letter.dispatchedOn && letter.dispatchedHow) {
    return (
      <>
        <Day date={letter.dispatchedOn} />（{DISPATCH_WAY_LABELS[letter.dispatchedHow]}）
      </>
    );
  }
  return <Moment at={letter.openedAt} />;
}

function Pages({ viewer, register, filter }: RegisterProps) {
  if (register.pages === 1) return null;
  const at = (page: number): string =>
    viewer.url('staff/letters', { search: filter.search, only: filter.only, page: String(page) });
  return (
    <nav aria-label="台帳のページ">
      <ButtonRow>
        {register.page > 1 && (
          <ButtonLink kind="secondary" href={at(register.page - 1)}>
            前の100件
          </ButtonLink>
        )}
        <span>
          {register.page}／{register.pages}ページ
        </span>
        {register.page < register.pages && (
          <ButtonLink kind="secondary" href={at(register.page + 1)}>
            次の100件
          </ButtonLink>
        )}
      </ButtonRow>
    </nav>
  );
}
