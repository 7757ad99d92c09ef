import { describe, expect, it } from '@jest/globals';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { outsideYearFaults } from './project-period.js';

const project = { titleQuestion: 'title', periodQuestion: 'period' };
const faultsOf = (from: string, until: string): string[] =>
  outsideYearFaults({ project, fiscalYear: fiscalYear(2026) }, [{ id: 'period', text: '', value: [from, until] }]).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

const START = 'form.period.from applications.start-outside-year';
const END = 'form.period.until applications.end-outside-year';

describe('the days of a project', () => {
  it('lie within the year of the programme, its first and last day included', () => {
    expect(faultsOf('令和8年4月1日', '令和9年3月31日')).toEqual([]);
    expect(faultsOf('令和8年3月31日', '令和9年3月31日')).toEqual([START]);
    expect(faultsOf('令和8年4月1日', '令和9年4月1日')).toEqual([END]);
    expect(faultsOf('令和9年6月1日', '令和20年6月1日')).toEqual([START, END]);
  });

  it('are not judged where none are asked for or one cannot be read', () => {
    expect(faultsOf('いつか', '令和20年6月1日')).toEqual([]);
    expect(outsideYearFaults({ project: null, fiscalYear: fiscalYear(2026) }, [])).toEqual([]);
  });
});
