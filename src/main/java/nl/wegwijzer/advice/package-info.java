/** Case in, advice out: verdicts, proof, why not, and the next question. A pure function of case and rules. */
package nl.wegwijzer.advice;
