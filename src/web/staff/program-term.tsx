import type { FactDefinition, ProgramDocument, RuleTerm } from '../../programs/index.js';
import { Checkboxes, TextField, YenField } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { htmlName, ProgramRows } from './program-rows.js';

interface TermFiguresProps {
  readonly values: FormValues;
  readonly path: string;
  readonly term: RuleTerm;
  readonly document: Pick<ProgramDocument, 'rule' | 'budget'>;
}

/** The figures that a term of this kind has. */
export function TermFigures({ values, path, term, document }: TermFiguresProps) {
  const { facts } = document.rule;
  const labelOf = (id: string): string => facts.find((fact) => fact.id === id)?.label ?? id;
  switch (term.kind) {
    case 'flat':
      return <Amount values={values} path={`${path}.yen`} label="金額" />;
    case 'per-unit':
      return (
        <>
          <Amount values={values} path={`${path}.yen`} label={`1単位あたりの金額（${labelOf(term.unit)}に掛けます）`} />
          <TextField
            name={htmlName(`${path}.unitLabel`)}
            label="単位の名称"
            required
            size="short"
            value={values.text(`${path}.unitLabel`)}
          />
        </>
      );
    case 'banded':
      return <Bands values={values} path={path} unit={labelOf(term.unit)} />;
    case 'by-class':
      return <ClassAmounts values={values} path={path} term={term} facts={facts} />;
    case 'share':
      return <ShareFigures values={values} path={path} />;
    case 'rate':
      return <RateFigures values={values} path={path} document={document} />;
  }
}

const Amount = ({ values, path, label }: { values: FormValues; path: string; label: string }) => (
  <YenField name={htmlName(path)} label={label} required value={values.text(path)} />
);

const Bands = ({ values, path, unit }: { values: FormValues; path: string; unit: string }) => (
  <>
    <p>「{unit}」を少ない方から段に分け、それぞれの段に入る分に段の金額を掛けます。最後の段の上限は空けておきます。</p>
    <ProgramRows
      values={values}
      path={`${path}.bands`}
      caption="段"
      coded={false}
      fields={[
        { field: 'upTo', label: '段の上限の数', kind: 'number' },
        { field: 'yen', label: '1単位あたりの金額', kind: 'yen' },
      ]}
    />
  </>
);

interface ClassProps extends Pick<TermFiguresProps, 'values' | 'path'> {
  readonly term: Extract<RuleTerm, { kind: 'by-class' }>;
  readonly facts: readonly FactDefinition[];
}

function ClassAmounts({ values, path, term, facts }: ClassProps) {
  const { options = [] } = facts.find(({ id }) => id === term.fact) ?? {};
  return (
    <>
      {term.amounts.map(({ option }, index) => (
        <Amount
          values={values}
          path={`${path}.amounts.${String(index)}.yen`}
          label={`「${options.find(({ id }) => id === option)?.label ?? option}」の金額`}
          key={option}
        />
      ))}
    </>
  );
}

const ShareFigures = ({ values, path }: { values: FormValues; path: string }) => (
  <>
    <Amount values={values} path={`${path}.pool`} label="配分の総額" />
    <Rate values={values} path={`${path}.rate`} label="総額のうち配分する割合" />
    <TextField
      name={htmlName(`${path}.whole`)}
      label="配分の全体の数"
      required
      size="short"
      inputMode="numeric"
      value={values.text(`${path}.whole`)}
    />
  </>
);

function RateFigures({ values, path, document }: Omit<TermFiguresProps, 'term'>) {
  const categories = document.budget.expenditure.filter(({ treatment }) => treatment !== 'ineligible');
  return (
    <>
      <Rate values={values} path={`${path}.rate`} label="補助率" />
      <Checkboxes
        name={htmlName(`${path}.of`)}
        label="対象の科目"
        required
        options={[
          { value: 'all', label: '対象となるすべての科目' },
          ...categories.map(({ id, label }) => ({ value: id, label })),
        ]}
        values={values.list(`${path}.of`)}
      />
    </>
  );
}

const Rate = ({ values, path, label }: { values: FormValues; path: string; label: string }) => (
  <TextField
    name={htmlName(path)}
    label={label}
    hint="例：2/3　または　3分の2"
    required
    size="short"
    value={values.rate(path)}
  />
);
