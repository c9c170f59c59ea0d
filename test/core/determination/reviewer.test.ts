import { describe, expect, it } from 'vitest';
import { readReviewer } from '../../../server/src/determination/readers/reviewer.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

const read = (source: string): readonly [specialties: readonly string[], licensure: readonly string[]] => {
  const { specialties, licensure } = readReviewer(new LetterText(source).prose);
  return [specialties.map(({ value }) => value), licensure.map(({ value }) => value)];
};
const block = (licensure: string, specialty: string): string =>
  `determinations.\nThe Expert Reviewer has the following credentials:\nState(s) of Licensure: ${licensure}\nCertification(s)/Specialty: ${specialty}`;

describe('the block of credentials', () => {
  it.each([
    ['commas without blanks', block('Oregon,New Mexico', 'Surgery'), ['Surgery'], ['Oregon', 'New Mexico']],
    [
      'commas with blanks',
      block('Oregon, New Mexico', 'Neurology, Pain Management'),
      ['Neurology', 'Pain Management'],
      ['Oregon', 'New Mexico'],
    ],
    ['a note in a paragraph of its own', `${block('Ohio', 'Surgery')}\n\nNote to file\n`, ['Surgery'], ['Ohio']],
    [
      'values in paragraphs of their own',
      block('\n\nOhio\n', '\n\nNeurology,\n\nPain Management\n\nDRAFT'),
      ['Neurology', 'Pain Management'],
      ['Ohio'],
    ],
    [
      'a list that wraps',
      block('Ohio', 'Physical Medicine & Rehabilitation, Pediatric\nRehabilitation Medicine'),
      ['Physical Medicine & Rehabilitation', 'Pediatric Rehabilitation Medicine'],
      ['Ohio'],
    ],
    [
      'a specialty whose name wraps at a comma',
      block('Ohio', 'Preventive Medicine,\nOccupational Medicine'),
      ['Preventive Medicine', 'Occupational Medicine'],
      ['Ohio'],
    ],
    [
      'semicolons, a full stop',
      block('Utah; Idaho', 'Plastic Surgery; Hand Surgery.'),
      ['Plastic Surgery', 'Hand Surgery'],
      ['Utah', 'Idaho'],
    ],
    ['a slip of the pen stays', block('Iowa', 'Orthopedic Surgey'), ['Orthopedic Surgey'], ['Iowa']],
    [
      'prose behind the list',
      block('Iowa', 'Psychiatry, The reviewer was selected based on his or her clinical experience and education'),
      ['Psychiatry'],
      ['Iowa'],
    ],
    ['no specialty', block('Iowa', ''), [], ['Iowa']],
  ])('%s', (_, source, specialties, licensure) => {
    expect(read(source)).toEqual([specialties, licensure]);
  });
});

describe('the sentence of 2013 and 2014', () => {
  it.each([
    [
      'one specialty',
      'The expert reviewer is Board Certified in Emergency Medicine and is licensed to practice in California.',
      ['Emergency Medicine'],
      ['California'],
    ],
    [
      'a specialty with and in its name',
      'The expert reviewer is Board Certified in Physical Medicine and Rehabilitation and is licensed to practice in Iowa.',
      ['Physical Medicine and Rehabilitation'],
      ['Iowa'],
    ],
    [
      'a subspecialty',
      'The physician reviewer is Board Certified in Internal Medicine, has a subspecialty in Cardiovascular Disease and is licensed to practice in Texas.',
      ['Internal Medicine', 'Cardiovascular Disease'],
      ['Texas'],
    ],
    [
      'a comma before the licence',
      'is Board Certified in Orthopedic Surgery, and is licensed to practice in Arizona. He/she has been in active clinical practice',
      ['Orthopedic Surgery'],
      ['Arizona'],
    ],
    [
      'two boards, three states',
      'is Board Certified in Preventive Medicine, Occupational Medicine and is licensed to practice in Ohio, New York, and Nevada.',
      ['Preventive Medicine', 'Occupational Medicine'],
      ['Ohio', 'New York', 'Nevada'],
    ],
    [
      'no board',
      'The expert reviewer is Licensed in Chiropractic, has a subspecialty in Rehabilitation and is licensed to practice in California.',
      ['Chiropractic', 'Rehabilitation'],
      ['California'],
    ],
    [
      'no license',
      'The expert reviewer is Board Certified in Neurology and has a subspecialty in Sleep Medicine. He/she has been',
      ['Neurology', 'Sleep Medicine'],
      [],
    ],
    ['one board alone', 'The physician reviewer is Board-Certified in Dermatology. He/she', ['Dermatology'], []],
    ['a license alone', 'The expert reviewer is licensed in Nevada. He/she has been', [], []],
    ['a board in a longer sentence', 'The reviewer is certified in Urology and has been so since May.', [], []],
    [
      'neither',
      'He/she has no affiliation with the employer, employee, providers or the claims administrator.',
      [],
      [],
    ],
  ])('%s', (_, source, specialties, licensure) => {
    expect(read(source)).toEqual([specialties, licensure]);
  });
});
