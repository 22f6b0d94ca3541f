/** What Wegwijzer asks and says: questions, journeys and all wording. Knows neither rules nor statistics. */
package nl.wegwijzer.forms;
