import { formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';

/** `令和8年度　運営交付金`: the year once, also where the programme's name begins with it. */
export const programOfYear = ({ fiscalYear, programName }: ProgramOfYear): string =>
  `${formatFiscalYear(fiscalYear)}　${programName.replace(/^令和\S+年度\s*/, '')}`;

interface ProgramOfYear {
  readonly fiscalYear: FiscalYear;
  readonly programName: string;
}
