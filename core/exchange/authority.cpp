#include "core/exchange/authority.h"

namespace core {

bool mayWrite(SubjectKind kind, const QString& from, const QString& of, bool shared)
{
    if (from == of)
        return true;
    switch (kind) {
    case SubjectKind::Desk:
    case SubjectKind::Case:
    case SubjectKind::Contact:
    case SubjectKind::Person:
    case SubjectKind::Window:
    case SubjectKind::Newer: return true;
    case SubjectKind::Escalation:
    case SubjectKind::Alert: return shared;
    case SubjectKind::Profile:
    case SubjectKind::User:
    case SubjectKind::Dispositions:
    case SubjectKind::Duty:
    case SubjectKind::Sitrep:
    case SubjectKind::Visit:
    case SubjectKind::Shift: return false;
    }
    Q_UNREACHABLE();
}

}
