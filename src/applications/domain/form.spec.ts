import { describe, expect, it } from '@jest/globals';
import type { FormSection, Question } from '../../forms/index.js';
import { journeyOf, sectionOf } from './form.js';

const asked = (id: string) => ({ id, label: id, hint: '', required: true, when: null });
const text = (id: string): Question => ({ ...asked(id), kind: 'text', maxLength: 20, lines: 'one' });
const section = (id: string, ...questions: readonly Question[]): FormSection => ({
  id,
  title: id,
  lead: '',
  questions,
});

describe('a form', () => {
  const form = [
    section('project', text('name'), text('dates')),
    section('papers', { ...asked('bill'), kind: 'file', many: true }),
    section('pledges', { ...asked('books'), kind: 'declaration', text: '帳簿を備えます。' }),
  ];

  it('is filled in with the budget before what is only attached and pledged', () => {
    expect(journeyOf(form)).toEqual(['project', 'budget', 'papers', 'pledges']);
    expect(journeyOf(form.slice(0, 1))).toEqual(['project', 'budget']);
  });

  it('knows the section of every place', () => {
    const places = ['form.dates.r1.day', 'budget.l1', 'form.bill', 'files.bylaws', 'form.gone'];
    expect(places.map((place) => sectionOf(form, place))).toEqual(['project', 'budget', 'papers', 'papers', 'pledges']);
  });
});
