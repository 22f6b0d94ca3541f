/** What all pages share: who is looking at what, the answer cookie, the security headers, layout, errors, status. */
package nl.wegwijzer.web;
