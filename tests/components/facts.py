"""The keys that ToolJet's components have, written down from its documentation; a spec that lacks one is red.

Each line is `part: keys`; `[std]`, `[label]`, `[field]` and the like stand for the groups below.
"""

GROUPS = {
    "[std]": "visibility disabledState loadingState",
    "[flags]": "isVisible isDisabled isLoading",
    "[set]": "setVisibility setDisable setLoading",
    "[label]": "color labelFontSize alignment direction auto width widthType",
    "[label2]": "labelColor labelFontSize alignment direction auto labelWidth widthType",
    "[field]": "backgroundColor borderColor accentColor textColor placeholderTextColor errTextColor "
    "icon iconVisibility iconColor borderRadius",
    "[field2]": "fieldBackgroundColor fieldBorderColor accentColor selectedTextColor placeholderTextColor "
    "errTextColor icon iconVisibility iconColor fieldBorderRadius",
    "[text]": "mandatory regex minLength maxLength customRule",
}

FACTS = {
    "Button": """
        props: text tooltip [std]
        styles: type backgroundColor hoverBackgroundColor textColor textSize fontWeight borderColor
        styles: loaderColor
        styles: contentAlignment icon iconVisibility iconColor direction borderRadius padding
        events: onClick onHover
        exposes: buttonText [flags]
        actions: click setText disable visibility loading [set]
    """,
    "Chart": """
        props: title type data markerColor showAxes showGridLines plotFromJson jsonDescription barmode
        props: loadingState
        styles: backgroundColor borderColor padding borderRadius visibility disabledState
        events: onClick onDoubleClick
        exposes: show chartTitle xAxisTitle yAxisTitle clickedDataPoint
        actions: clearClickedPoint
    """,
    "Checkbox": """
        props: label defaultValue collapseWhenHidden tooltipFormat tooltip [std]
        validation: mandatory customRule
        styles: textColor borderColor checkboxColor uncheckedColor handleColor alignment padding
        events: onChange onCheck onUnCheck
        exposes: value label isMandatory isValid [flags]
        actions: toggle setValue setChecked [set]
    """,
    "Container": """
        props: showHeader headerHeight dynamicHeight [std]
        styles: backgroundColor headerBackgroundColor borderColor borderRadius
        events:
        exposes: [flags]
        actions: [set]
    """,
    "DatePickerV2": """
        props: label placeholder defaultValue dateFormat showClearBtn collapseWhenHidden tooltip [std]
        validation: minDate maxDate disabledDates customRule mandatory
        styles: [label2] [field2] padding
        events: onSelect onFocus onBlur
        exposes: value selectedDate label unixTimestamp displayValue isValid [flags]
        actions: setValue clearValue setDate setValueInTimestamp setDisabledDates clearDisabledDates
        actions: setMinDate
        actions: setMaxDate setFocus setBlur [set]
    """,
    "Divider": """
        props: label visibility tooltip
        styles: dividerColor dividerStyle thickness labelAlignment labelColor padding
        events:
        actions: setVisibility
    """,
    "DropdownV2": """
        props: label placeholder advanced schema options optionsLoadingState sort showClearBtn
        props: showSearchInput
        props: serverSideSearch collapseWhenHidden tooltipFormat tooltip [std]
        validation: mandatory customRule
        styles: [label2] [field2] menuWidthMode menuCustomWidth padding
        events: onSelect onSearchTextChanged onFocus onBlur
        exposes: value label searchText options selectedOption isMandatory isValid [flags]
        actions: selectOption clear [set]
    """,
    "Form": """
        props: showHeader showFooter headerHeight footerHeight canvasHeight buttonToSubmit
        props: generateFormFrom JSONData
        props: newJsonSchema fields validateOnSubmit resetOnSubmit dynamicHeight tooltip advanced
        props: JSONSchema [std]
        styles: headerBackgroundColor headerDividerColor backgroundColor footerBackgroundColor
        styles: footerDividerColor
        styles: borderColor borderRadius
        events: onSubmit onInvalid
        exposes: data formData children isValid [flags]
        actions: submitForm resetForm [set]
    """,
    "Html": """
        props: rawHtml dynamicHeight collapseWhenHidden tooltipFormat tooltip [std]
        events:
        actions: setRawHTML [set]
    """,
    "Icon": """
        props: icon tooltipFormat tooltip [std]
        styles: iconColor iconAlign padding
        events: onClick onHover
        actions: click [set]
    """,
    "Image": """
        props: imageFormat source jsSchema alternativeText zoomButtons rotateButton dynamicHeight
        props: collapseWhenHidden
        props: tooltipFormat tooltip [std]
        styles: imageFit borderType alignment backgroundColor borderColor borderRadius padding customPadding
        events: onClick
        exposes: imageURL alternativeText [flags]
        actions: setImageURL clearImage [set]
    """,
    "Link": """
        props: linkText linkTarget targetType [std]
        styles: textColor textSize horizontalAlignment verticalAlignment icon iconVisibility underline
        styles: padding
        events: onClick onHover
        exposes: [flags]
        actions: click setLinkTarget setLinkText [set]
    """,
    "Listview": """
        props: dataSourceSelector data mode columns rowHeight showBorder enablePagination rowsPerPage
        props: dynamicHeight
        props: collapseWhenHidden tooltipFormat tooltip [std]
        styles: backgroundColor borderColor borderRadius padding
        events: onRecordClicked onRowClicked
        exposes: data children selectedRecord selectedRecordId selectedRow selectedRowId
        actions:
    """,
    "ModalV2": """
        props: loadingState visibility disabledTrigger disabledModal useDefaultButton triggerButtonLabel
        props: showHeader
        props: showFooter size modalHeight dynamicHeight headerHeight footerHeight hideOnEsc
        props: closeOnClickingOutside
        props: hideCloseButton
        styles: headerBackgroundColor footerBackgroundColor bodyBackgroundColor triggerButtonBackgroundColor
        styles: triggerButtonTextColor
        events: onOpen onClose
        exposes: show isDisabledModal isDisabledTrigger isVisible isLoading
        actions: open close setVisibility setDisableTrigger setDisableModal setLoading
    """,
    "MultiselectV2": """
        props: label placeholder advanced value values schema options showAllOption showAllSelectedLabel
        props: optionsLoadingState sort showClearBtn showSearchInput serverSideSearch tooltip [std]
        validation: mandatory customRule
        styles: [label2] [field2] padding
        events: onSelect onSearchTextChanged onFocus onBlur
        exposes: values searchText label options selectedOptions isValid [flags]
        actions: selectOptions deselectOptions clear [set]
    """,
    "NumberInput": """
        props: label value placeholder decimalPlaces showClearBtn disableStepControls legacyInputSize
        props: collapseWhenHidden tooltipFormat tooltip [std]
        validation: mandatory regex minValue maxValue customRule
        styles: [label] [field] padding
        events: onChange onFocus onBlur onEnterPressed
        exposes: value isMandatory isValid [flags]
        actions: setText clear setFocus setBlur [set]
    """,
    "Statistics": """
        props: primaryValueLabel primaryValue hideSecondary secondaryValueLabel secondaryValue
        props: secondarySignDisplay
        props: loadingState primaryPrefixText primarySuffixText secondaryPrefixText secondarySuffixText icon
        props: iconDirection dataAlignment secondaryValueAlignment tooltip visibility
        styles: primaryLabelColour primaryTextColour secondaryLabelColour secondaryTextColour
        styles: primaryLabelSize
        styles: primaryValueSize secondaryLabelSize secondaryValueSize positiveSecondaryValueColor
        styles: negativeSecondaryValueColor iconColor iconVisibility backgroundColor borderColor
        styles: borderRadius padding
        events: onClick
    """,
    "Table": """
        props: title dataSourceSelector data columns useDynamicColumn columnData autogenerateColumns
        props: isAllColumnsEditable columnSizes columnDeletionHistory actions actionButtonBackgroundColor
        props: actionButtonTextColor enablePagination rowsPerPage serverSidePagination totalRecords
        props: serverSideRowsPerPage enableNextButton enablePrevButton enabledSort serverSideSort
        props: showFilterButton
        props: serverSideFilter displaySearchBox serverSideSearch hideColumnSelectorButton
        props: showDownloadButton
        props: showAddNewRowButton showBulkUpdateActions allowSelection showBulkSelector
        props: highlightSelectedRow
        props: disableRowDeselection defaultSelectedRow selectRowOnCellEdit dynamicHeight [std]
        styles: columnTitleColor columnHeaderWrap headerCasing columnBackgroundColor textColor
        styles: selectedRowColor
        styles: tableType cellSize contentWrap maxRowHeight maxRowHeightValue actionButtonRadius
        styles: containerBackgroundColor borderRadius borderColor padding
        events: onRowHovered onRowClicked onBulkUpdate onPageChanged onSearch onCancelChanges onSort
        events: onCellValueChanged onFilterChanged onNewRowsAdded onTableDataDownload
        exposes: currentData currentPageData pageIndex changeSet dataUpdates newRows selectedRow
        exposes: selectedRowId
        exposes: selectedRows selectedRowsId selectedCell hoveredRow hoveredRowId searchText filters
        exposes: sortApplied
        exposes: filteredData updatedData [flags]
        actions: setPage selectRow deselectRow selectRows deselectRows selectAllRows deselectAllRows
        actions: discardChanges
        actions: discardNewlyAddedRows downloadTableData setFilters clearFilters [set]
    """,
    "Tabs": """
        props: useDynamicOptions tabs tabItems defaultTab hideTabs renderOnlyActiveTab dynamicHeight
        props: tooltip [std]
        styles: headerBackground divider unselectedText selectedText hoverBackground unselectedIcon
        styles: selectedIcon
        styles: accent highlightColor tabWidth transition border borderRadius padding
        events: onTabSwitch
        exposes: currentTab currentTabTitle [flags]
        actions: setTab setTabDisable setTabLoading setTabVisibility [set]
    """,
    "Text": """
        props: textFormat text dynamicHeight tooltip [std]
        styles: textSize fontWeight fontStyle textColor isScrollRequired lineHeight textIndent textAlign
        styles: verticalAlignment decoration transformation letterSpacing wordSpacing fontVariant
        styles: backgroundColor
        styles: borderColor borderRadius padding
        events: onClick onHover
        exposes: text [flags]
        actions: setText clear [set]
    """,
    "TextArea": """
        props: label value placeholder dynamicHeight [std]
        validation: [text]
        styles: [label] [field] padding
        events: onChange onEnterPressed onFocus onBlur
        exposes: value isMandatory isValid [flags]
        actions: setText clear setFocus setBlur [set]
    """,
    "TextInput": """
        props: label placeholder value showClearBtn collapseWhenHidden tooltip [std]
        validation: [text]
        styles: [label] [field] padding
        events: onChange onEnterPressed onFocus onBlur
        exposes: value label isMandatory isValid [flags]
        actions: setText clear setFocus setBlur disable visibility [set]
    """,
    "ToggleSwitch": """
        props: label defaultValue
        events: onChange
        exposes: value
    """,
    "ToggleSwitchV2": """
        props: label defaultValue collapseWhenHidden tooltipFormat tooltip [std]
        validation: mandatory customRule
        styles: textColor borderColor toggleSwitchColor uncheckedColor handleColor alignment padding
        events: onChange
        exposes: value label isMandatory isValid [flags]
        actions: toggle setValue [set]
    """,
}

COLUMN = """
    id name key columnType columnSize autogenerated fxActiveFields isEditable columnVisibility
    transformation textColor
    cellBackgroundColor horizontalAlignment regex minLength maxLength minValue maxValue customRule
    decimalPlaces
    dateFormat parseDateFormat isDateSelectionEnabled isTimeChecked isTwentyFourHrFormatEnabled
    parseInUnixTimestamp
    unixTimestamp timeZoneValue timeZoneDisplay options useDynamicOptions dynamicOptions defaultOptionsList
    autoAssignColors objectFit borderRadius width height linkTarget displayText
"""
COLUMN_TYPES = """
    string number text datepicker select newMultiSelect boolean image link json markdown html rating
    button tagsV2
    default dropdown multiselect toggle radio badge badges tags
"""
OPTION = "label value caption disable visible default"
TAB_ITEM = "id title icon iconVisibility loading disable visible fieldBackgroundColor"
TABLE_ACTION = "name buttonText position backgroundColor textColor"

ACTIONS = {
    "show-alert": "message alertType",
    "run-query": "queryId queryName parameters",
    "reset-query": "queryId",
    "abort-query": "queryId",
    "control-component": "componentId componentSpecificActionHandle componentSpecificActionParams",
    "show-modal": "modal",
    "close-modal": "modal",
    "set-table-page": "table pageIndex",
    "scroll-component-into-view": "componentId scrollBehavior scrollBlock",
    "switch-page": "pageId queryParams",
    "go-to-app": "slug queryParams",
    "open-webpage": "url windowTarget",
    "set-custom-variable": "key value",
    "unset-custom-variable": "key",
    "unset-all-custom-variables": "",
    "set-page-variable": "key value",
    "unset-page-variable": "key",
    "unset-all-page-variables": "",
    "set-localstorage-value": "key value",
    "copy-to-clipboard": "contentToCopy",
    "generate-file": "fileType fileName data",
    "logout": "",
    "toggle-app-mode": "appMode",
}


def keys(component: str) -> dict[str, list[str]]:
    """The keys of each part of a component."""
    found: dict[str, list[str]] = {}
    for line in filter(None, map(str.strip, FACTS[component].splitlines())):
        part, _, names = line.partition(":")
        found.setdefault(part, []).extend(expanded(names))
    return found


def expanded(names: str) -> list[str]:
    """Keys with the groups in them written out."""
    return [key for name in names.split() for key in GROUPS.get(name, name).split()]
