import { fiscalYear, formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { groupDigits } from '../../kernel/yen.js';
import type { Figure, FigureKind, YearsFigures } from '../../organizations/index.js';
import {
  Button,
  ButtonRow,
  DataTable,
  DateField,
  Day,
  Details,
  EmptyState,
  Form,
  Hidden,
  Moment,
  Notice,
  Section,
  Select,
  SubNavigation,
  TableFrame,
  TextArea,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { SaveOnEnter } from '../shared/save-on-enter.js';
import type { FiguresForm } from './organization-figures-form.js';
import { ORGANIZATIONS_PATH } from './organization-words.js';

interface FiguresPageProps extends YearsFigures {
  readonly viewer: Viewer;
  readonly year: FiscalYear;
  readonly kinds: readonly FigureKind[];
  readonly form: FiguresForm;
  readonly mayEdit: boolean;
  readonly pasted: string;
  /** The fields hold a pasted table that is not saved yet. */
  readonly filled: boolean;
}

/** The figures of a year: what holds, who entered it from where, and, for those who may, the form. */
export function FiguresPage(props: FiguresPageProps) {
  const { viewer, year, kinds, organizations, mayEdit } = props;
  return (
    <>
      <SubNavigation
        label="年度"
        items={[year - 1, year, year + 1].map((candidate) => ({
          label: formatFiscalYear(fiscalYear(candidate)),
          href: viewer.url(`${ORGANIZATIONS_PATH}/figures`, { year: String(candidate) }),
          current: candidate === year,
        }))}
      />
      {kinds.length === 0 ? (
        <EmptyState title="この年度に登録する数値はありません。">
          公開した補助制度が「担当課が登録する数値」から交付額を計算するとき、その数値がここに並びます。
        </EmptyState>
      ) : (
        <>
          <p>
            交付額の計算に使う数値です。登録すると、この年度の申請の計算にすぐ使われます。提出の済んだ申請は変わりません。
          </p>
          {mayEdit && organizations.length > 0 ? <FiguresEditor {...props} /> : <Holding {...props} />}
        </>
      )}
      <History {...props} />
    </>
  );
}

const fieldOf = (kind: FigureKind, field: string): string => `figures[${kind.name}][${field}]`;

function FiguresEditor(props: FiguresPageProps) {
  const { viewer, year, kinds, organizations, form, pasted, filled } = props;
  return (
    <Form action={viewer.url(`${ORGANIZATIONS_PATH}/figures`)} label="年度の数値">
      <SaveOnEnter />
      <Hidden name="year" value={String(year)} />
      {filled && (
        <Notice tone="warning" title="まだ保存していません">
          <p>貼り付けた表を欄に入れました。確かめて「保存する」を押してください。</p>
        </Notice>
      )}
      <TableFrame caption="年度の数値（入力欄）">
        <table class="table table-inputs">
          <caption>年度の数値</caption>
          <thead>
            <tr>
              <th scope="col">団体</th>
              {kinds.map((kind) => (
                <th scope="col" key={kind.name}>
                  {kind.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {organizations.map((organization) => (
              <tr key={organization.id}>
                <th scope="row">{organization.name}</th>
                {kinds.map((kind) => (
                  <td key={kind.name}>
                    <Hidden
                      name={`${fieldOf(kind, 'shown')}[${organization.id}]`}
                      value={form.shown(kind.name, organization.id)}
                    />
                    <Cell kind={kind} organization={organization} value={form.value(kind.name, organization.id)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {kinds.map((kind) => (
        <Section title={kind.label} key={kind.name}>
          <DateField name={fieldOf(kind, 'asOf')} label={`${kind.label}の基準日`} value={form.asOf(kind.name)} />
          <TextField
            name={fieldOf(kind, 'source')}
            label={`${kind.label}の出典`}
            hint="例：住民基本台帳"
            value={form.source(kind.name)}
          />
        </Section>
      ))}
      <Details summary="Excelの表を貼り付ける" open={pasted !== ''}>
        <TextArea
          name="pasted"
          label="Excelから写した表"
          hint={`1行目は見出し（団体名、${kinds.map(({ label }) => label).join('、')}）、2行目からは団体ごとの数にします。`}
          rows={6}
          value={pasted}
        />
        <Button kind="secondary" name="act" value="paste">
          欄に入れて確かめる
        </Button>
      </Details>
      <ButtonRow>
        <Button name="act" value="save">
          保存する
        </Button>
      </ButtonRow>
    </Form>
  );
}

interface CellProps {
  readonly kind: FigureKind;
  readonly organization: { readonly id: string; readonly name: string };
  readonly value: string;
}

function Cell({ kind, organization, value }: CellProps) {
  const common = {
    name: `${fieldOf(kind, 'values')}[${organization.id}]`,
    label: `${organization.name}の${kind.label}`,
    labelHidden: true,
    value,
  };
  if (kind.options.length === 0) return <TextField {...common} size="short" inputMode="numeric" autocomplete="off" />;
  const options = kind.options.map(({ id, label }) => ({ value: id, label }));
  return <Select {...common} options={options} prompt="未定" />;
}

function Holding({ kinds, organizations, holding }: FiguresPageProps) {
  const valueOf = (kind: FigureKind, id: string): string => {
    const figure = holding.find(({ name, organizationId }) => name === kind.name && organizationId === id);
    return figure ? inWords(kind, figure.value) : '未登録';
  };
  return (
    <DataTable
      caption="年度の数値"
      captionHidden
      rows={organizations}
      empty={{ title: '団体はまだありません。', body: '団体の一覧から加えてください。' }}
      columns={[
        { label: '団体', cell: ({ name }) => name },
        ...kinds.map((kind) => ({
          label: kind.label,
          align: 'end' as const,
          cell: ({ id }: { id: string }) => valueOf(kind, id),
        })),
      ]}
    />
  );
}

function History({ kinds, organizations, history }: FiguresPageProps) {
  if (history.length === 0) return null;
  const kindOf = (name: string): FigureKind =>
    kinds.find((kind) => kind.name === name) ?? { name, label: name, options: [] };
  return (
    <Section title="登録の記録">
      <DataTable
        caption="登録の記録"
        captionHidden
        rows={history}
        empty="登録の記録はまだありません。"
        columns={[
          { label: '団体', cell: ({ organizationId }) => organizations.find(({ id }) => id === organizationId)?.name },
          { label: '数値', cell: ({ name }) => kindOf(name).label },
          { label: '登録した数', align: 'end', tight: true, cell: ({ name, value }) => inWords(kindOf(name), value) },
          { label: '基準日', tight: true, cell: ({ asOf }) => <Day date={asOf} /> },
          { label: '出典', cell: ({ source }) => source },
          { label: '登録した人', tight: true, cell: ({ recordedBy }) => recordedBy },
          { label: '登録した日時', tight: true, cell: ({ recordedAt }) => <Moment at={recordedAt} /> },
        ]}
      />
    </Section>
  );
}

function inWords({ options }: FigureKind, value: Figure['value']): string {
  if (value === null) return '取消';
  return options.find(({ id }) => id === value)?.label ?? (/^\d+$/.test(value) ? groupDigits(Number(value)) : value);
}
