#pragma once

#include <QString>

namespace ui {

/// How an act of the handover page is called and which letter does it: alone on the list, with Alt
/// from anywhere on the page.
struct ActKey {
    const char* command;
    const char* words; ///< with '&' before the letter
    const char* does; ///< what it does, for the list of keys
    char letter;
};

/// The key of a command, or none.
const ActKey* actKeyFor(const QString& command);

template <typename F>
void forEachActKey(F&& visit);

namespace detail {

inline constexpr ActKey actKeys[] = {
    {"conflict.settle", "Settle on the case (&U)",
        "Handover: go to the case to settle what two desks wrote", 'U'},
    {"handover.propose", "&Propose", "Handover: propose the case", 'P'},
    {"handover.discuss", "&Senior discussion", "Handover: record the senior discussion", 'S'},
    {"case.form_emailed", "Referral &form", "Handover: e-mail the referral form anew", 'F'},
    {"case.documents_emailed", "&E-mailed documents", "Handover: documents were e-mailed", 'E'},
    {"case.document", "&Note a document", "Handover: note a document or when it follows", 'N'},
    {"handover.accept_by_telephone", "Accepted by &telephone",
        "Handover: they accepted by telephone", 'T'},
    {"handover.decline_by_telephone", "Declined by telephone (&Q)",
        "Handover: they declined by telephone", 'Q'},
    {"handover.confirm", "&Confirm their record", "Handover: their record or e-mail is here", 'C'},
    {"handover.keep", "&Keep", "Handover: keep the case, with the reason", 'K'},
    {"handover.inform", "&Inform only", "Handover: tell them, the owner stays", 'I'},
    {"handover.withdraw", "&Withdraw", "Handover: withdraw the proposal", 'W'},
    {"handover.compare_code", "Word code (&G)",
        "Handover: compare the three words with the other end", 'G'},
    {"handover.practitioner_call", "Practitioners spoke (&J)",
        "Handover: two practitioners spoke about it", 'J'},
    {"handover.read_back", "&Read back", "Handover: read back clock, next action, if-then", 'R'},
    {"handover.accept", "&Accept", "Handover: accept responsibility", 'A'},
    {"handover.decline", "&Decline", "Handover: decline, with the reason", 'D'},
};

}

template <typename F>
void forEachActKey(F&& visit)
{
    for (const ActKey& key : detail::actKeys)
        visit(key);
}

}
