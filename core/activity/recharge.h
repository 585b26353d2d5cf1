#pragma once

#include "core/profile/profile.h"
#include "core/records.h"

namespace core {

/// A figure of the activity list, defined here and nowhere else. S3-v
struct ActivityDefinition {
    const char* key;
    const char* title;
    const char* meaning;
};
const std::vector<ActivityDefinition>& activityDefinitions();

/// What was done for one authority in a period.
struct AuthorityActivity {
    QString authority; ///< a council's key, "out_of_area" or "not_known"
    QString name;
    bool leads = false; ///< leads the shared service. S3-i
    std::map<QString, int> figures; ///< by definition
    std::map<QString, int> shares; ///< tenths of a per cent of each figure; 1000 over all lines
};

/// S3-i, S3-v: the activity of a period by authority, every figure counted once, with each
/// authority's share. Every council of the profile has a line, however little was done for it;
/// work for people from elsewhere, or whose council nobody wrote down, has its own, so that the
/// lines add up to the whole. By the council on the record as known now, contacts and cases also by
/// the person's. What other services keep to themselves is not in it.
std::vector<AuthorityActivity> activityByAuthority(
    const Records& records, const Profile& profile, Instant from, Instant to);

/// Tenths of a per cent by largest remainder: they add up to 1000 whenever anything was counted.
std::vector<int> sharesOf(const std::vector<int>& counts);

}
