#pragma once

#include "core/casework/application/printed_form.h"

namespace core {

// The sections of the AMHP referral form, one each.
PrintedSection referralSection(const FormSources& sources);
PrintedSection personSection(const FormSources& sources);
PrintedSection whereSection(const FormSources& sources);
PrintedSection whyNowSection(const FormSources& sources);
PrintedSection riskSection(const FormSources& sources);
PrintedSection alternativesSection(const FormSources& sources);
PrintedSection nearestRelativeSection(const FormSources& sources);
PrintedSection attendingSection(const FormSources& sources);
PrintedSection accessSection(const FormSources& sources);
PrintedSection assessmentSection(const FormSources& sources);
PrintedSection bedSection(const FormSources& sources);
PrintedSection applicationSection(const FormSources& sources);
PrintedSection documentsSection(const FormSources& sources);
PrintedSection outcomeSection(const FormSources& sources);

}
